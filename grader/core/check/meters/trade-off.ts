/**
 * What a register gave its clients while it was cut in two: how many requests each side answered,
 * and which level of consistency the answers kept. A measure, not a claim.
 */

import { type HistoryReading, historyOf } from '../../history/from-trace.ts'
import type { Json, Trace } from '../../trace/event.ts'
import { classify } from '../levels/classify.ts'
import type { LevelId } from '../levels/levels.ts'
import { type AvailabilityRow, measureAvailability } from './availability.ts'

/**
 * A chain out of the levels, so that a plot has one axis: each implies the next
 * (see `levels/levels.ts`).
 */
export const TRADE_OFF_LEVELS = [
  'linearizable',
  'sequential',
  'causal-convergence',
  'weak-causal',
  'read-your-writes',
] as const satisfies readonly LevelId[]

export interface SideShare {
  readonly asked: number
  /** How many were answered with `ok` before the cut ended. */
  readonly ok: number
}

export interface TradeOff {
  readonly runs: number
  readonly larger: SideShare
  readonly smaller: SideShare
  /** The strongest level of the chain that held in every run; null when none did. */
  readonly level: (typeof TRADE_OFF_LEVELS)[number] | null
}

export interface TradeOffOptions {
  readonly reading: HistoryReading
  /** What the register holds before anybody wrote. */
  readonly initial: Json
}

/** For each search by itself; the histories are short. */
const STEPS_MAX = 200_000

/** Measures runs that are cut into a larger and a smaller side for a while. */
export function measureTradeOff(
  traces: readonly Trace[],
  { reading, initial }: TradeOffOptions,
): TradeOff {
  const rows = traces.flatMap((trace) =>
    measureAvailability(trace, { kindOf: () => '' }).filter(({ window }) => window.label !== ''),
  )
  const kept = traces.map(({ events }) => {
    const { perLevel } = classify(historyOf(events, reading), {
      initial,
      limits: { stepsMax: STEPS_MAX },
    })
    return perLevel.filter(({ verdict }) => verdict.verdict === 'pass').map(({ level }) => level)
  })
  return {
    runs: traces.length,
    larger: shareOf(rows.filter((row) => isLargest(row))),
    smaller: shareOf(rows.filter((row) => !isLargest(row))),
    level: TRADE_OFF_LEVELS.find((level) => kept.every((levels) => levels.includes(level))) ?? null,
  }
}

function isLargest({ window, side }: AvailabilityRow): boolean {
  return side.length === Math.max(...window.sides.map(({ length }) => length))
}

function shareOf(rows: readonly AvailabilityRow[]): SideShare {
  return {
    asked: rows.reduce((sum, { asked }) => sum + asked, 0),
    ok: rows.reduce((sum, { okInWindow }) => sum + okInWindow, 0),
  }
}
