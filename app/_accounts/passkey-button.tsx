'use client'
/** Signs in with a passkey. */
import { useState } from 'react'
import { Button } from '../_ui/button.tsx'
import { signInWithPasskey } from './passkey.ts'

export function PasskeyButton({ next }: { readonly next: string }) {
  const [problem, setProblem] = useState('')
  const signIn = async () => {
    const result = await signInWithPasskey()
    if (result.kind === 'done') window.location.assign(next)
    setProblem(result.kind === 'failed' ? result.error : '')
  }
  return (
    <div>
      <Button look="secondary" size="large" className="w-full" onClick={() => void signIn()}>
        Use a passkey
      </Button>
      <p role="alert" className="mt-1 text-sm text-violation empty:hidden">
        {problem}
      </p>
    </div>
  )
}
