/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { available, type Quorum, storeClaims } from '../../claims.ts'
import {
  badLinks,
  crashesAfterSends,
  cuts,
  faults,
  get,
  operation,
  put,
  shuffled,
  storeScenario,
} from '../../scenarios.ts'
import { repaired, thenReadOnce } from './visible.ts'

/** Three of five. */
const FIVE: Quorum = { n: 5, r: 3, w: 3 }
/** One for a read, all for a write. */
const READ_ONE: Quorum = { n: 3, r: 1, w: 3 }
/** Three replicas among five nodes. */
const SOME: Quorum = { n: 3, r: 2, w: 2 }
/** The quorums need not meet: the other replicas are heard after the client. */
const WEAK: Quorum = { n: 3, r: 1, w: 1 }

const ID = '02-read-repair'

export const hidden: readonly Check[] = [
  {
    id: 'missed-everything',
    title: 'Two of five replicas hear of nothing before the heal',
    claims: [available(FIVE), repaired(FIVE), ...storeClaims(FIVE)],
    seedCount: 16,
    scenario: (seed) => {
      const order = shuffled(seed, 5)
      const groups = [order.slice(0, 2), order.slice(2)]
      return storeScenario({
        id: `quorum/${ID}/missed-everything`,
        nodeCount: 5,
        settings: { ...FIVE },
        nemesis: [{ at: 0, fault: { kind: 'partition', groups } }],
        operations: [
          operation(100 * MS, 'c1', order[2] ?? 'n1', put('x', 'a')),
          operation(150 * MS, 'c2', order[3] ?? 'n2', put('y', 'b')),
          operation(700 * MS, 'c3', order[seed % 5] ?? 'n3', get('x')),
          operation(750 * MS, 'c4', order[(seed + 2) % 5] ?? 'n4', get('y')),
        ],
        safetyMicros: 400 * MS,
      })
    },
  },
  {
    id: 'more-nodes-than-replicas',
    title: 'Three replicas among five nodes',
    claims: [available(SOME), repaired(SOME), ...storeClaims(SOME)],
    seedCount: 16,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/more-nodes-than-replicas`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        operations: thenReadOnce({ seed, nodeCount: 5, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'one-is-enough',
    title: 'One answer is enough for the client, and all are heard',
    claims: [available(WEAK), repaired(WEAK), ...storeClaims(WEAK)],
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/one-is-enough`,
        nodeCount: 3,
        settings: { ...WEAK },
        nemesis: cuts(seed, 3, { rounds: 3, everyMicros: 500 * MS }),
        operations: thenReadOnce({ seed, nodeCount: 3, untilMicros: 1_700 * MS }),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'crash-after-sending',
    title: 'Nodes crash right after they have sent something; all replicas must confirm a write',
    claims: [available(READ_ONE), repaired(READ_ONE), ...storeClaims(READ_ONE)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/crash-after-sending`,
        nodeCount: 3,
        settings: { ...READ_ONE },
        nemesis: crashesAfterSends(seed, 3, { rounds: 6, everyMicros: 300 * MS }),
        operations: thenReadOnce({
          seed,
          nodeCount: 3,
          untilMicros: 1_900 * MS,
          gapMicrosMax: 80 * MS,
        }),
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: [repaired(SOME), ...storeClaims(SOME)],
    seedCount: 30,
    scenario: (seed) => {
      const nodeCount = 3 + (seed % 3)
      return storeScenario({
        id: `quorum/${ID}/everything-at-once`,
        nodeCount,
        settings: { ...SOME },
        nemesis: [
          badLinks(nodeCount, { lossPermille: 80, duplicatePermille: 200 }),
          ...faults(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog'],
            2 * SECOND,
          ),
        ],
        operations: thenReadOnce({ seed, nodeCount, untilMicros: 2_300 * MS }),
        safetyMicros: 2_400 * MS,
      })
    },
  },
]
