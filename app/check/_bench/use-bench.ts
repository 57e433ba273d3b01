'use client'
/** Joins the state of the page with the worker that reads and judges. */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { ReadHistoryOptions } from '#core'
import { CheckClient } from '../_worker/check-client.ts'
import type { Question } from '../_worker/judgement.ts'
import { openCheckWorker } from '../_worker/open-check-worker.ts'
import { advanceBench, type BenchState, EMPTY_BENCH } from './bench-state.ts'

export interface Bench {
  readonly state: BenchState
  /** An empty text clears the page. */
  readonly read: (text: string, options: ReadHistoryOptions) => void
  readonly check: (question: Question) => void
  readonly cancel: () => void
  /** Takes back the verdict, because the question is another now. */
  readonly forget: () => void
}

export function useBench(): Bench {
  const [state, dispatch] = useReducer(advanceBench, EMPTY_BENCH)
  const client = useRef<CheckClient>(undefined)
  // A worker must not outlive the page.
  useEffect(() => () => client.current?.close(), [])
  const connected = useCallback(() => {
    client.current ??= new CheckClient(openCheckWorker, (reply) =>
      dispatch({ kind: 'heard', reply }),
    )
    return client.current
  }, [])
  return useMemo(
    () => ({
      state,
      read(text, options) {
        if (text.trim() === '') {
          connected().cancel()
          dispatch({ kind: 'cleared' })
          return
        }
        dispatch({ kind: 'reading' })
        connected().read({ kind: 'read', text, options })
      },
      check(question) {
        dispatch({ kind: 'checking', question, startedMs: performance.now() })
        connected().judge({ kind: 'judge', question })
      },
      cancel() {
        connected().cancel()
        dispatch({ kind: 'cancelled' })
      },
      forget() {
        connected().cancel()
        dispatch({ kind: 'question-changed' })
      },
    }),
    [state, connected],
  )
}
