/** Clocks that disagree. */
import { type NemesisStep, nodeIds, Prng } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'

const OFFSET_MS_MAX = 1_000

/** Each clock is off by up to a second, ahead or behind, from the beginning. */
export function clocksApart(seed: number, nodeCount: number): readonly NemesisStep[] {
  const prng = new Prng(seed, 'clocks')
  return nodeIds(nodeCount).map((node) => ({
    at: 0,
    fault: {
      kind: 'skew',
      target: { kind: 'node', node },
      offsetMicros: prng.between(0, 2 * OFFSET_MS_MAX) * MS - OFFSET_MS_MAX * MS,
      driftPpm: 0,
    },
  }))
}
