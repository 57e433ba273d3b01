/** What all scenarios of this lab have in common: a machine that restarts. */
import type { NemesisStep, NodeId } from '#core'
import { MS } from '../shared-scenarios/units.ts'

/** One node is off for a moment. */
export function restartAt(node: NodeId, at: number, downMicros = 20 * MS): NemesisStep {
  const target = { kind: 'node', node } as const
  const moment = { kind: 'now' } as const
  return { at, fault: { kind: 'crash', target, unsynced: 'lost', moment, downMicros } }
}
