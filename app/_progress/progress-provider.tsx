'use client'
/** Gives the reader's progress to the parts of a page that show it, which are many on the map. */
import { createContext, type ReactNode, useContext } from 'react'
import type { Progress } from './progress.ts'
import type { KnownProgress } from './progress-keeper.ts'
import { useProgress } from './use-progress.ts'

const ProgressContext = createContext<Progress>({})

export function ProgressProvider({
  known,
  children,
}: {
  readonly known: KnownProgress
  readonly children: ReactNode
}) {
  return <ProgressContext value={useProgress(known)}>{children}</ProgressContext>
}

/** Inside of a `ProgressProvider`. */
export function useKnownProgress(): Progress {
  return useContext(ProgressContext)
}
