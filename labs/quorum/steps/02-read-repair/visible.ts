/** The checks that learners see and run in their browser. */
import { type Check, type Claim, readsRepair } from '#core'
import { replaceClaim } from '../../../shared-scenarios/replace-claim.ts'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { available, messagesAtMost, type Quorum, replicasOf, storeClaims } from '../../claims.ts'
import {
  badLinks,
  faults,
  get,
  isolations,
  operation,
  put,
  shuffled,
  storeScenario,
  workload,
} from '../../scenarios.ts'

const THREE: Quorum = { n: 3, r: 2, w: 2 }
const FIVE: Quorum = { n: 5, r: 3, w: 3 }

const ID = '02-read-repair'

/** How long after a read its replicas may still differ. */
const REPAIRED_MICROS_MAX = SECOND

/** What this step adds: a read leaves replicas that agree. */
export function repaired(quorum: Quorum): Claim {
  return readsRepair({ withinMicros: REPAIRED_MICROS_MAX, replicasOf: replicasOf(quorum) })
}

interface Busy {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
  readonly gapMicrosMax?: number
}

/** Clients at work, and then one read of each key in a healthy network. */
export function thenReadOnce({ seed, nodeCount, untilMicros, gapMicrosMax = 150 * MS }: Busy) {
  const [first = 'n1', second = 'n2'] = shuffled(seed, nodeCount)
  return [
    ...workload({ seed, nodeCount, fromMicros: 50 * MS, untilMicros, gapMicrosMax }),
    operation(untilMicros + 600 * MS, 'e1', first, get('x')),
    operation(untilMicros + 650 * MS, 'e2', second, get('y')),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'missed-writes',
    title: 'Each replica misses some writes, and then each key is read once',
    claims: [available(THREE), repaired(THREE), ...storeClaims(THREE)],
    seedCount: 15,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/missed-writes`,
        nodeCount: 3,
        settings: { ...THREE },
        nemesis: isolations(seed, 3, { rounds: 3, everyMicros: 350 * MS }),
        operations: thenReadOnce({ seed, nodeCount: 3, untilMicros: 1_200 * MS }),
        safetyMicros: 1_300 * MS,
      }),
  },
  {
    id: 'replicas-that-agree',
    title: 'One write and many reads: what does a read cost when all agree?',
    claims: replaceClaim(
      [...storeClaims(THREE), available(THREE)],
      messagesAtMost(2 * THREE.n + 2),
    ),
    seedCount: 4,
    scenario: (seed) => {
      const order = shuffled(seed, 3)
      const reads = Array.from({ length: 40 }, (_, index) =>
        operation((200 + 30 * index) * MS, 'c2', order[index % 3] ?? 'n1', get('x')),
      )
      return storeScenario({
        id: `quorum/${ID}/replicas-that-agree`,
        nodeCount: 3,
        settings: { ...THREE },
        operations: [operation(100 * MS, 'c1', order[0] ?? 'n1', put('x', 'a')), ...reads],
        safetyMicros: 1_500 * MS,
        livenessMicros: SECOND,
      })
    },
  },
  {
    id: 'two-of-five-behind',
    title: 'Five replicas, of which some are behind',
    claims: [available(FIVE), repaired(FIVE), ...storeClaims(FIVE)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/two-of-five-behind`,
        nodeCount: 5,
        settings: { ...FIVE },
        nemesis: faults(seed, 5, ['partition', 'isolate'], 1_500 * MS),
        operations: thenReadOnce({
          seed,
          nodeCount: 5,
          untilMicros: 1_600 * MS,
          gapMicrosMax: 250 * MS,
        }),
        safetyMicros: 1_700 * MS,
      }),
  },
  {
    id: 'late-and-twice',
    title: 'Answers come late, in another order, and twice',
    claims: [repaired(FIVE), ...storeClaims(FIVE)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-and-twice`,
        nodeCount: 5,
        settings: { ...FIVE },
        nemesis: [
          badLinks(5, { lossPermille: 0, duplicatePermille: 350 }),
          ...faults(seed, 5, ['isolate', 'one-way'], 1_500 * MS),
        ],
        operations: thenReadOnce({
          seed,
          nodeCount: 5,
          untilMicros: 1_700 * MS,
          gapMicrosMax: 200 * MS,
        }),
        safetyMicros: 1_800 * MS,
      }),
  },
]
