'use client'
/** Goes to a provider to sign in there, or to connect it with the account. */
import { useState } from 'react'
import { Button } from '../_ui/button.tsx'
import { send, textIn } from './send.ts'

interface ProviderButtonsProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  /** `link` for whoever is signed in. */
  readonly purpose: 'sign-in' | 'link'
  /** Paths of this site: where to come back, and where with a problem. */
  readonly next: string
  readonly trouble: string
}

export function ProviderButtons({ providers, purpose, next, trouble }: ProviderButtonsProps) {
  const [problem, setProblem] = useState('')
  const go = async (provider: string) => {
    const sent = await send({
      method: 'POST',
      path: purpose === 'link' ? '/api/auth/link-social' : '/api/auth/sign-in/social',
      body: { provider, callbackURL: next, errorCallbackURL: trouble },
    })
    const url = sent.kind === 'done' ? textIn(sent.value, 'url') : undefined
    if (url !== undefined) window.location.assign(url)
    else setProblem('The provider cannot be reached at the moment. Try again, or another way.')
  }
  if (providers.length === 0) return null
  return (
    <div className="grid gap-3">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          look="secondary"
          size={purpose === 'link' ? 'medium' : 'large'}
          onClick={() => void go(id)}
        >
          {purpose === 'link' ? `Connect ${name}` : `Continue with ${name}`}
        </Button>
      ))}
      <p role="alert" className="text-sm text-violation empty:hidden">
        {problem}
      </p>
    </div>
  )
}
