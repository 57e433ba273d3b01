'use client'
/** Hides the names of people on all pages of classes, for a screen that a room can see. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../../_accounts/send.ts'
import { Button } from '../../_ui/button.tsx'

export function NamesSwitch({ areHidden }: { readonly areHidden: boolean }) {
  const router = useRouter()
  const [trouble, setTrouble] = useState('')
  const toggle = async () => {
    const body = { areHidden: !areHidden }
    const sent = await send({ method: 'POST', path: '/api/hidden-names', body })
    setTrouble(sent.kind === 'refused' ? sent.error : '')
    router.refresh()
  }
  return (
    <span>
      <Button
        look="secondary"
        size="small"
        aria-pressed={areHidden}
        onClick={() => void toggle()}
        className="aria-pressed:bg-surface-strong"
      >
        {areHidden ? 'Names are hidden' : 'Hide names'}
      </Button>
      <span role="alert" className="text-sm text-violation empty:hidden">
        {trouble}
      </span>
    </span>
  )
}
