'use client'
/** Fetches what is told after answers ahead of them, for those who will be without a network. */
import { useEffect, useState } from 'react'
import { hasKeptKeys, takeKeysAlong } from '../../_quiz/offline/kept-keys.ts'
import { Button } from '../../_ui/button.tsx'
import type { Session } from './session-item.ts'

export function TakeAlong({ session: { items, day } }: { readonly session: Session }) {
  const [state, setState] = useState<'no' | 'fetching' | 'yes'>('no')
  const [problem, setProblem] = useState('')
  // What is kept is in the browser's storage, which exists only there.
  useEffect(() => {
    const ids = items.map(({ cardId }) => cardId)
    if (ids.length > 0 && hasKeptKeys(ids, day)) setState('yes')
  }, [items, day])
  const take = () => {
    setState('fetching')
    setProblem('')
    takeKeysAlong(
      items.map(({ cardId }) => cardId),
      day,
    ).then(
      () => setState('yes'),
      (error: unknown) => {
        setState('no')
        setProblem(error instanceof Error ? error.message : String(error))
      },
    )
  }
  if (items.length === 0) return null
  return (
    <div className="mt-6 border-line border-t pt-4 text-sm">
      <p className="text-muted">
        {state === 'yes'
          ? 'Answers and explanations of this session are in this browser: leave the page open, and it works without a network.'
          : 'Going without a network? Leave this page open. Your answers are kept and sent later; take the explanations along to see them at once.'}
      </p>
      {state === 'yes' ? null : (
        <Button look="secondary" size="small" className="mt-3" onClick={take}>
          {state === 'fetching' ? 'Fetching …' : 'Take the explanations along'}
        </Button>
      )}
      <p role="alert" className="mt-2 text-fault empty:hidden">
        {problem}
      </p>
    </div>
  )
}
