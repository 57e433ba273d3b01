'use client'
/** Adds a passkey of this device. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addPasskey } from '../../_accounts/passkey.ts'
import { Button } from '../../_ui/button.tsx'

export function AddPasskey() {
  const router = useRouter()
  const [said, setSaid] = useState({ isTrouble: false, text: '' })
  const add = async () => {
    const result = await addPasskey(`Passkey of ${new Date().toISOString().slice(0, 10)}`)
    if (result.kind === 'given-up') return
    setSaid(
      result.kind === 'failed'
        ? { isTrouble: true, text: result.error }
        : { isTrouble: false, text: 'The passkey is added.' },
    )
    router.refresh()
  }
  return (
    <div className="grid">
      <Button look="secondary" onClick={() => void add()}>
        Add a passkey
      </Button>
      <p
        role={said.isTrouble ? 'alert' : 'status'}
        className={`mt-1 text-sm empty:hidden ${said.isTrouble ? 'text-violation' : 'text-muted'}`}
      >
        {said.text}
      </p>
    </div>
  )
}
