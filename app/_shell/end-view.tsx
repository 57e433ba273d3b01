'use client'
/** Ends a view as a learner. It is on every page, so it brings nothing along that it does not need. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../_accounts/send.ts'
import { Button } from '../_ui/button.tsx'

export function EndView({ next }: { readonly next: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const end = async () => {
    const sent = await send({ method: 'DELETE', path: '/api/view' })
    if (sent.kind === 'refused') return setProblem(sent.error)
    router.push(next)
    router.refresh()
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
