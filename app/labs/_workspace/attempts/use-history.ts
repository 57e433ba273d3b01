'use client'
/** Which of the dialogs about earlier code is open, and what it compares. */
import { useState } from 'react'
import type { VersionId } from './version.ts'

export interface Comparison {
  readonly left: VersionId
  readonly right: VersionId
}

export interface HistoryState {
  readonly open: 'attempts' | 'comparison' | undefined
  /** The last that was asked for. */
  readonly comparison: Comparison
  readonly showAttempts: () => void
  /** Opens the comparison, or changes what it compares. */
  readonly compare: (left: VersionId, right?: VersionId) => void
  readonly close: () => void
}

export function useHistory(): HistoryState {
  const [open, setOpen] = useState<HistoryState['open']>()
  const [comparison, setComparison] = useState<Comparison>({ left: 'starter', right: 'present' })
  return {
    open,
    comparison,
    showAttempts: () => setOpen('attempts'),
    compare: (left, right = 'present') => {
      setComparison({ left, right })
      setOpen('comparison')
    },
    close: () => setOpen(undefined),
  }
}
