/** The checks that learners see and run in their browser. */
import { type Check, nodeIds, runsStayTogether } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { apart, sizeFor } from '../../scenarios.ts'
import { TEXT_CLAIMS, TEXT_CONVERGES, typingRuns } from '../../text-scenarios.ts'

const CLAIMS = [
  runsStayTogether({ direction: 'forwards' }),
  runsStayTogether({ direction: 'backwards' }),
  ...TEXT_CLAIMS,
  TEXT_CONVERGES,
]

/** Everybody gets the first letters, and is alone from then on. */
const APART_MICROS = 300 * MS

interface Runs {
  readonly id: string
  readonly seed: number
  readonly nodeCount: number
  readonly backwardPercent: number
}

function runs({ id, seed, nodeCount, backwardPercent }: Runs) {
  return apart({
    id: `editing/03-interleaving/${id}`,
    nodeCount,
    nemesis: [
      {
        at: APART_MICROS,
        fault: { kind: 'partition', groups: nodeIds(nodeCount).map((node) => [node]) },
      },
    ],
    operations: typingRuns({
      seed,
      nodeCount,
      baseMicros: 0,
      fromMicros: APART_MICROS + 20 * MS,
      runLength: 5,
      backwardPercent,
    }),
    safetyMicros: 700 * MS,
    livenessMicros: 2_200 * MS,
  })
}

export const visible: readonly Check[] = [
  {
    id: 'forwards',
    title: 'Two type a word each at the same place, from left to right',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) => runs({ id: 'forwards', seed, nodeCount: 2, backwardPercent: 0 }),
  },
  {
    id: 'backwards',
    title: 'Two put letter after letter in front of what they wrote',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) => runs({ id: 'backwards', seed, nodeCount: 2, backwardPercent: 100 }),
  },
  {
    id: 'both-ways',
    title: 'Three or four type, some forwards and some backwards',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      runs({ id: 'both-ways', seed, nodeCount: sizeFor(seed, [3, 4]), backwardPercent: 50 }),
  },
]
