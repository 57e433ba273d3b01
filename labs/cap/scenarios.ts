/** What all scenarios of this lab have in common: their units, and a machine that restarts. */
import type { NemesisStep, NodeId } from '#core'

/** Simulated milliseconds and seconds as the microseconds of core. */
export const MS = 1_000
export const SECOND = 1_000_000

/** One node is off for a moment. */
export function restartAt(node: NodeId, at: number, downMicros = 20 * MS): NemesisStep {
  const target = { kind: 'node', node } as const
  const moment = { kind: 'now' } as const
  return { at, fault: { kind: 'crash', target, unsynced: 'lost', moment, downMicros } }
}
