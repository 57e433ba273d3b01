'use client'
/** Fetches page and explanations ahead, for those who will be without a network. */
import { useEffect, useState } from 'react'
import { hasKeptKeys, takeKeysAlong } from '../../_quiz/offline/kept-keys.ts'
import { hasKeptPage, keepPages } from '../../_quiz/offline/kept-pages.ts'
import { Button } from '../../_ui/button.tsx'
import type { Session } from './session-item.ts'

export function TakeAlong({ session: { items, day } }: { readonly session: Session }) {
  const [state, setState] = useState<'no' | 'fetching' | 'yes'>('no')
  const [problem, setProblem] = useState('')
  // What is kept is in the browser's storage, which exists only there.
  useEffect(() => {
    const ids = items.map(({ cardId }) => cardId)
    if (ids.length === 0 || !hasKeptKeys(ids, day)) return
    void hasKeptPage().then((isKept) => {
      if (isKept) setState('yes')
    })
  }, [items, day])
  const take = () => {
    setState('fetching')
    setProblem('')
    const ids = items.map(({ cardId }) => cardId)
    Promise.all([takeKeysAlong(ids, day), fetchLateParts().then(keepPages)]).then(
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
          ? 'This session is in this browser with its answers and explanations: it works without a network, also when you close the page and come back to its address.'
          : 'Going without a network? Take this session along: its page, the answers and the explanations. What you answer is kept here and sent later.'}
      </p>
      {state === 'yes' ? null : (
        <Button look="secondary" size="small" className="mt-3" onClick={take}>
          {state === 'fetching' ? 'Fetching …' : 'Take this session along'}
        </Button>
      )}
      <p role="alert" className="mt-2 text-fault empty:hidden">
        {problem}
      </p>
    </div>
  )
}

/** Parts of questions and explanations that come when they are looked at, which is too late then. */
function fetchLateParts(): Promise<unknown> {
  const parts = [
    import('../../_quiz/feedback/outcome-run.tsx'),
    import('../../_quiz/kinds/claim-field.tsx'),
  ]
  return Promise.all(parts).catch(() => {
    throw new Error('The network is away: take the session along when it is back.')
  })
}
