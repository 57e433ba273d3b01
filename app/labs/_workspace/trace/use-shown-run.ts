'use client'
/** Which run the diagram shows, and where its cursor is. */
import { useCallback, useRef, useState } from 'react'
import type { EventId } from '#core'
import type { CheckRow } from '../checks/check-rows.ts'
import { firstCursor, isShown, readRun, type ShownRun } from './shown-run.ts'

export interface ShownRunState {
  readonly run: ShownRun | undefined
  readonly cursor: EventId
  /** Why the run that was asked for cannot be shown. */
  readonly problem: string | undefined
  readonly setCursor: (event: EventId) => void
  /** Shows the run of a row, at an event or where it broke. */
  readonly show: (row: CheckRow, event?: EventId) => void
  readonly isShown: (row: CheckRow) => boolean
}

export function useShownRun(): ShownRunState {
  const [run, setRun] = useState<ShownRun>()
  const [cursor, setCursor] = useState<EventId>(0)
  const [problem, setProblem] = useState<string>()
  const asked = useRef<CheckRow>(undefined)
  const show = useCallback(
    (row: CheckRow, event?: EventId) => {
      asked.current = row
      if (run !== undefined && isShown(row, run)) {
        setCursor(event ?? firstCursor(run))
        return
      }
      readRun(row).then(
        (next) => {
          if (next === undefined || asked.current !== row) return
          setProblem(undefined)
          setRun(next)
          setCursor(event ?? firstCursor(next))
        },
        (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
      )
    },
    [run],
  )
  return { run, cursor, problem, setCursor, show, isShown: (row) => isShown(row, run) }
}
