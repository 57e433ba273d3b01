'use client'
/** The key of a card that its learner judges, fetched when they have an answer to compare. */
import { useState } from 'react'
import type { AnswerKey, Html } from '#content/schema/compiled-question.ts'
import { keyOf } from '../../_quiz/offline/kept-keys.ts'

export interface Comparison {
  readonly key: AnswerKey | undefined
  /** Of a flash card. */
  readonly back: Html | undefined
  /** Why it could not be fetched; a sentence. */
  readonly problem: string
  fetch(): void
}

export function useComparison(cardId: string, day: string): Comparison {
  const [fetched, setFetched] = useState<Pick<Comparison, 'key' | 'back'>>({
    key: undefined,
    back: undefined,
  })
  const [problem, setProblem] = useState('')
  return {
    ...fetched,
    problem,
    fetch() {
      setProblem('')
      keyOf(cardId, day).then(
        (feedback) =>
          setFetched(
            feedback.kind === 'card'
              ? { key: undefined, back: feedback.back }
              : { key: feedback.key, back: undefined },
          ),
        (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
      )
    },
  }
}
