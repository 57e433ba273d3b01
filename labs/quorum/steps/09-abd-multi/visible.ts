/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { availableToMajority, halfWritten, registerClaims } from '../../register-checks.ts'
import {
  badLinks,
  crashesAfterSends,
  cuts,
  faults,
  get,
  isolations,
  lastReads,
  operation,
  put,
  shuffled,
  storeScenario,
  type Workload,
  workload,
} from '../../scenarios.ts'

const ID = '09-abd-multi'

type Busy = Pick<Workload, 'seed' | 'nodeCount' | 'untilMicros' | 'putPermille'> & {
  readonly gapMicrosMax?: number
}

/** Clients at every node read and write; in the end each reads each key. */
export function busyWriters({ gapMicrosMax = 120 * MS, ...options }: Busy) {
  const { nodeCount, untilMicros } = options
  return [
    ...workload({ ...options, gapMicrosMax, fromMicros: 50 * MS }),
    ...lastReads(nodeCount, untilMicros + 500 * MS),
  ]
}

export const visible: readonly Check[] = [
  {
    id: 'all-write',
    title: 'Three nodes read and write',
    claims: [availableToMajority, ...registerClaims(3)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/all-write`,
        nodeCount: 3,
        settings: {},
        operations: busyWriters({ seed, nodeCount: 3, untilMicros: SECOND }),
        safetyMicros: 1_100 * MS,
      }),
  },
  {
    id: 'same-moment',
    title: 'Two nodes write the same key at the same moment',
    claims: [availableToMajority, ...registerClaims(3)],
    seedCount: 8,
    scenario: (seed) => {
      const [first = 'n1', second = 'n2', third = 'n3'] = shuffled(seed, 3)
      const rounds = [100, 300, 500, 700].map((ms) => ms * MS)
      return storeScenario({
        id: `quorum/${ID}/same-moment`,
        nodeCount: 3,
        settings: {},
        operations: rounds.flatMap((at, round) => [
          operation(at, 'c1', first, put('x', `a${round}`)),
          operation(at, 'c2', second, put('x', `b${round}`)),
          operation(at, 'c4', second, put('x', `d${round}`)),
          operation(at + 50 * MS, 'c3', third, get('x')),
          operation(at + 50 * MS, 'c1', first, get('x')),
          operation(at + 50 * MS, 'c2', second, get('x')),
        ]),
        safetyMicros: 900 * MS,
        livenessMicros: SECOND,
      })
    },
  },
  {
    id: 'cut-in-two',
    title: 'Five nodes are cut in two, each time in another way',
    claims: [availableToMajority, ...registerClaims(5)],
    seedCount: 8,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/cut-in-two`,
        nodeCount: 5,
        settings: {},
        operations: busyWriters({
          seed,
          nodeCount: 5,
          untilMicros: 1_700 * MS,
          gapMicrosMax: 200 * MS,
        }),
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'back-from-a-cut',
    title: 'A node writes as soon as it is back, and has missed what the others wrote',
    claims: [availableToMajority, ...registerClaims(5)],
    seedCount: 8,
    scenario: (seed) => {
      const nemesis = isolations(seed, 5, { rounds: 3, everyMicros: 500 * MS })
      const order = shuffled(seed, 5)
      return storeScenario({
        id: `quorum/${ID}/back-from-a-cut`,
        nodeCount: 5,
        settings: {},
        nemesis,
        operations: [0, 1, 2].flatMap((round) => {
          const alone = order[round] ?? 'n1'
          const other = order[round + 1] ?? 'n2'
          const at = 100 * MS + round * 500 * MS
          return [
            ...[50, 150, 250].map((ms) =>
              operation(at + ms * MS, 'c1', other, put('x', `others-${round}-${ms}`)),
            ),
            operation(at + 401 * MS, 'c2', alone, put('x', `back-${round}`)),
            operation(at + 460 * MS, 'c1', other, get('x')),
          ]
        }),
        safetyMicros: 1_700 * MS,
        livenessMicros: SECOND,
      })
    },
  },
  {
    id: 'half-written',
    title: 'Writes of different nodes reach two of five, while others read one after the other',
    claims: [availableToMajority, ...registerClaims(5)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/half-written`,
        nodeCount: 5,
        settings: {},
        ...halfWritten({ seed, nodeCount: 5, writers: shuffled(seed, 5).slice(0, 2) }),
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'late-and-twice',
    title: 'Answers come late, in another order, and twice',
    claims: registerClaims(5),
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/late-and-twice`,
        nodeCount: 5,
        settings: {},
        operations: busyWriters({
          seed,
          nodeCount: 5,
          untilMicros: 1_700 * MS,
          gapMicrosMax: 200 * MS,
        }),
        nemesis: [
          badLinks(5, { lossPermille: 0, duplicatePermille: 350 }),
          ...faults(seed, 5, ['isolate', 'one-way'], 1_500 * MS),
        ],
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'crash-after-sending',
    title: 'Two nodes, and one or the other crashes right after it has sent something',
    claims: [availableToMajority, ...registerClaims(2)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/crash-after-sending`,
        nodeCount: 2,
        settings: {},
        operations: busyWriters({
          seed,
          nodeCount: 2,
          untilMicros: 1_900 * MS,
          gapMicrosMax: 60 * MS,
          putPermille: 900,
        }),
        nemesis: crashesAfterSends(seed, 2, { rounds: 8, everyMicros: 230 * MS }),
        safetyMicros: 2 * SECOND,
      }),
  },
]
