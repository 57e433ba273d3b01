/** How one learner stands with one piece of work. */
import { creditAt, type Schedule, standingAt } from '../schedule.ts'
import type { WorkFacts } from './work-unit.ts'

export type CellMark =
  | 'not-open'
  | 'untouched'
  | 'trying'
  | 'stuck'
  | 'done'
  | 'done-late'
  | 'missing'

export interface Cell {
  readonly mark: CellMark
  /** Submissions with a verdict. */
  readonly tries: number
  /** What it counts, in percent, for what is done. */
  readonly creditPercent: number
  /** Stuck since then. */
  readonly stuckSince: Date | undefined
}

/** From so many wrong submissions on, with none that is right, somebody is stuck. */
const FAILURES_WHEN_STUCK = 3

/** @param facts undefined for what was never begun */
export function cellOf(facts: WorkFacts | undefined, schedule: Schedule, now: Date): Cell {
  const base = { tries: facts?.tries ?? 0, creditPercent: 0, stuckSince: undefined }
  if (facts?.doneAt !== undefined) {
    const creditPercent = creditAt(schedule, facts.doneAt)
    const isLate = schedule.dueAt !== undefined && facts.doneAt >= schedule.dueAt
    return { ...base, mark: isLate ? 'done-late' : 'done', creditPercent }
  }
  const standing = standingAt(schedule, now)
  if (standing.kind === 'closed') return { ...base, mark: 'missing' }
  if (facts === undefined) {
    return { ...base, mark: standing.kind === 'not-open' ? 'not-open' : 'untouched' }
  }
  if (facts.failures >= FAILURES_WHEN_STUCK) {
    return { ...base, mark: 'stuck', stuckSince: facts.firstFailedAt }
  }
  return { ...base, mark: 'trying' }
}

/** A sign and a name for each mark; colour never stands alone. */
export const MARKS: Readonly<Record<CellMark, { readonly sign: string; readonly name: string }>> = {
  'not-open': { sign: '·', name: 'not open yet' },
  untouched: { sign: '–', name: 'not begun' },
  trying: { sign: '○', name: 'begun' },
  stuck: { sign: '▲', name: 'stuck' },
  done: { sign: '✓', name: 'done' },
  'done-late': { sign: '◐', name: 'done late' },
  missing: { sign: '✕', name: 'not done, and closed' },
}
