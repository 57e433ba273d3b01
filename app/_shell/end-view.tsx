'use client'
/** Ends a view as a learner. It is on every page, so it brings nothing along that it does not need. */
import { useState } from 'react'
import { send } from '../_accounts/send.ts'
import { Button } from '../_ui/button.tsx'

export function EndView({ next }: { readonly next: string }) {
  const [problem, setProblem] = useState('')
  const end = async () => {
    const sent = await send({ method: 'DELETE', path: '/api/view' })
    // A full load: all pages were rendered as somebody else sees them.
    if (sent.kind === 'done') window.location.assign(next)
    else setProblem(sent.error)
  }
  return (
    <>
      <Button look="secondary" size="small" onClick={end}>
        End the view
      </Button>
      <p role="alert" className="text-fault empty:hidden">
        {problem}
      </p>
    </>
  )
}
