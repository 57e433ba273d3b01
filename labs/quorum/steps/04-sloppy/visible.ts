/** The checks that learners see and run in their browser. */
import { type Check, nodeIds } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { type Quorum, sloppyClaims, sloppyInHealth, sloppyOnAnyNetwork } from '../../claims.ts'
import { HANDOFF_LIVENESS_MICROS } from '../../hint-stories.ts'
import { preferenceList } from '../../placement.ts'
import {
  badLinks,
  cuts,
  faults,
  lastReads,
  operation,
  put,
  storeScenario,
  workload,
} from '../../scenarios.ts'
import { crashAt } from '../03-handoff/visible.ts'

/** Three replicas among five nodes, of which any two acknowledge. */
export const SOME: Quorum = { n: 3, r: 2, w: 2 }

const ID = '04-sloppy'

/** What nodes may send by themselves, all together: a hint now and then. */
export const HANDOFFS_PER_SECOND_MAX = 300

interface Busy {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
}

/** Clients at every node, and a last round of reads when everything is handed over. */
export function busy({ seed, nodeCount, untilMicros }: Busy) {
  const gapMicrosMax = 200 * MS
  return [
    ...workload({
      seed,
      nodeCount,
      fromMicros: 50 * MS,
      untilMicros,
      gapMicrosMax,
      putPermille: 700,
    }),
    ...lastReads(nodeCount, untilMicros + 2_300 * MS),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'in-good-health',
    title: 'Nothing is cut, and all replicas answer',
    claims: sloppyInHealth(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 6,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/in-good-health`,
        nodeCount: 5,
        settings: { ...SOME },
        operations: workload({
          seed,
          nodeCount: 5,
          fromMicros: 50 * MS,
          untilMicros: 800 * MS,
          gapMicrosMax: 120 * MS,
        }),
        safetyMicros: 900 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'both-sides',
    title: 'Five nodes are cut in two: who has two nodes can write',
    claims: sloppyClaims(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/both-sides`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        operations: busy({ seed, nodeCount: 5, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
  {
    id: 'substitutes-crash',
    title: 'All replicas are away, and the nodes that stand in for them crash',
    claims: sloppyClaims(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 8,
    scenario: (seed) => {
      const order = preferenceList('x', nodeIds(5))
      const [one = 'n4', two = 'n5'] = seed % 2 === 0 ? order.slice(3) : order.slice(3).reverse()
      const groups = [order.slice(0, 3), [one, two]]
      return storeScenario({
        id: `quorum/${ID}/substitutes-crash`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: [
          { at: 50 * MS, fault: { kind: 'partition', groups } },
          crashAt(400, one),
          crashAt(600, two),
        ],
        operations: [
          operation(100 * MS, 'c1', one, put('x', 'a')),
          operation(250 * MS, 'c2', two, put('x', 'b')),
        ],
        safetyMicros: 900 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      })
    },
  },
  {
    id: 'late-and-twice',
    title: 'Messages come late and twice, and some are lost',
    claims: sloppyOnAnyNetwork(SOME, HANDOFFS_PER_SECOND_MAX),
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-and-twice`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: [
          badLinks(5, { lossPermille: 100, duplicatePermille: 200 }),
          ...faults(seed, 5, ['partition', 'isolate'], 1_500 * MS),
        ],
        operations: busy({ seed, nodeCount: 5, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
        livenessMicros: HANDOFF_LIVENESS_MICROS,
      }),
  },
]
