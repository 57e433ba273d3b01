'use client'
/** The list of attempts, asked for anew each time that it is looked at. */
import { useEffect, useState } from 'react'
import type { StepIds } from '../drafts/draft-api.ts'
import { fetchAttempts } from './attempt-api.ts'
import type { AttemptView } from './attempt-view.ts'

export interface AttemptsState {
  /** Empty until they have come. */
  readonly attempts: readonly AttemptView[]
  readonly isLoading: boolean
  /** Why there is no list. */
  readonly problem: string | undefined
}

const NONE: AttemptsState = { attempts: [], isLoading: true, problem: undefined }

/** @param isOpen somebody looks at it now */
export function useAttempts({ labId, stepId }: StepIds, isOpen: boolean): AttemptsState {
  const [state, setState] = useState(NONE)
  // The list is the server's, and other tabs and machines add to it.
  useEffect(() => {
    if (!isOpen) return
    let isGone = false
    fetchAttempts({ labId, stepId }).then(
      (attempts) => isGone || setState({ attempts, isLoading: false, problem: undefined }),
      ({ message }: Error) =>
        isGone || setState((old) => ({ ...old, isLoading: false, problem: message })),
    )
    return () => {
      isGone = true
    }
  }, [labId, stepId, isOpen])
  return state
}
