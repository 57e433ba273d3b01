/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { available, type Quorum, storeClaims } from '../../claims.ts'
import {
  badLinks,
  crashesAfterSends,
  cuts,
  EVEN,
  faults,
  get,
  lastReads,
  operation,
  put,
  shuffled,
  storeScenario,
  workload,
} from '../../scenarios.ts'

/** Two of three. */
const THREE: Quorum = { n: 3, r: 2, w: 2 }
/** Three of five. */
const FIVE: Quorum = { n: 5, r: 3, w: 3 }
/** One for a read, all for a write. */
export const READ_ONE: Quorum = { n: 3, r: 1, w: 3 }

const ID = '01-read-write'

/** Clients at work from 50 ms on, and a last round of reads when all is healed. */
export function busy(
  seed: number,
  nodeCount: number,
  untilMicros: number,
  gapMicrosMax = 120 * MS,
) {
  return [
    ...workload({ seed, nodeCount, fromMicros: 50 * MS, untilMicros, gapMicrosMax }),
    ...lastReads(nodeCount, untilMicros + 500 * MS),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'two-of-three',
    title: 'Three replicas, two of them for each read and write',
    claims: [available(THREE), ...storeClaims(THREE)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/two-of-three`,
        nodeCount: 3,
        settings: { ...THREE },
        operations: busy(seed, 3, 1_200 * MS),
        safetyMicros: 1_300 * MS,
      }),
  },
  {
    id: 'cut-in-two',
    title: 'Five nodes are cut in two, each time in another way',
    claims: [available(FIVE), ...storeClaims(FIVE)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/cut-in-two`,
        nodeCount: 5,
        settings: { ...FIVE },
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 600 * MS }),
        operations: busy(seed, 5, 2 * SECOND, 200 * MS),
        safetyMicros: 2_100 * MS,
      }),
  },
  {
    id: 'late-and-twice',
    title: 'Answers come late, in another order, and twice',
    claims: storeClaims(FIVE),
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-and-twice`,
        nodeCount: 5,
        settings: { ...FIVE },
        nemesis: [
          badLinks(5, { lossPermille: 0, duplicatePermille: 350 }),
          ...faults(seed, 5, ['isolate', 'one-way'], 1_500 * MS),
        ],
        operations: busy(seed, 5, 1_700 * MS, 200 * MS),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'crash-after-sending',
    title:
      'All replicas must confirm a write, and nodes crash right after they have sent something',
    claims: [available(READ_ONE), ...storeClaims(READ_ONE)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/crash-after-sending`,
        nodeCount: 3,
        settings: { ...READ_ONE },
        nemesis: crashesAfterSends(seed, 3, { rounds: 6, everyMicros: 300 * MS }),
        operations: busy(seed, 3, 1_900 * MS, 80 * MS),
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'same-moment',
    title: 'Two clients write the same key in the same millisecond',
    claims: [available(THREE), ...storeClaims(THREE)],
    seedCount: 4,
    scenario: (seed) => {
      const [first = 'n1', second = 'n2', third = 'n3'] = shuffled(seed, 3)
      const rounds = [100, 300, 500, 700].map((ms) => ms * MS)
      return storeScenario({
        id: `quorum/${ID}/same-moment`,
        nodeCount: 3,
        settings: { ...THREE },
        network: EVEN,
        operations: rounds.flatMap((at, round) => [
          operation(at, 'c1', first, put('x', `a${round}`)),
          operation(at, 'c2', second, put('x', `b${round}`)),
          operation(at + 50 * MS, 'c3', third, get('x')),
          operation(at + 50 * MS, 'c1', first, get('x')),
          operation(at + 50 * MS, 'c2', second, get('x')),
        ]),
        safetyMicros: 900 * MS,
        livenessMicros: SECOND,
      })
    },
  },
]
