/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { available, type Quorum, storeClaims } from '../../claims.ts'
import { badLinks, crashesAfterSends, cuts, faults, storeScenario } from '../../scenarios.ts'
import { busy, READ_ONE } from './visible.ts'

/** Few for a read, many for a write. */
const READ_OFTEN: Quorum = { n: 5, r: 2, w: 4 }
/** One for a write, all for a read. */
const WRITE_OFTEN: Quorum = { n: 3, r: 3, w: 1 }
/** Three replicas among five nodes. */
const SOME: Quorum = { n: 3, r: 2, w: 2 }
/** The quorums need not meet. */
const WEAK: Quorum = { n: 3, r: 1, w: 1 }

const ID = '01-read-write'

export const hidden: readonly Check[] = [
  {
    id: 'read-two-write-four',
    title: 'Five replicas, two for a read and four for a write',
    claims: [available(READ_OFTEN), ...storeClaims(READ_OFTEN)],
    seedCount: 12,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/read-two-write-four`,
        nodeCount: 5,
        settings: { ...READ_OFTEN },
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        operations: busy(seed, 5, 1_700 * MS, 150 * MS),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'write-one-read-all',
    title: 'Three replicas, one for a write and all for a read',
    claims: [available(WRITE_OFTEN), ...storeClaims(WRITE_OFTEN)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/write-one-read-all`,
        nodeCount: 3,
        settings: { ...WRITE_OFTEN },
        nemesis: crashesAfterSends(seed, 3, { rounds: 5, everyMicros: 350 * MS }),
        operations: busy(seed, 3, 1_900 * MS),
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'read-one-write-all',
    title: 'Three replicas, one for a read and all for a write',
    claims: [available(READ_ONE), ...storeClaims(READ_ONE)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/read-one-write-all`,
        nodeCount: 3,
        settings: { ...READ_ONE },
        nemesis: cuts(seed, 3, { rounds: 3, everyMicros: 500 * MS }),
        operations: busy(seed, 3, 1_700 * MS),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'more-nodes-than-replicas',
    title: 'Three replicas among five nodes',
    claims: [available(SOME), ...storeClaims(SOME)],
    seedCount: 16,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/more-nodes-than-replicas`,
        nodeCount: 5,
        settings: { ...SOME },
        nemesis: cuts(seed, 5, { rounds: 3, everyMicros: 500 * MS }),
        operations: busy(seed, 5, 1_700 * MS, 150 * MS),
        safetyMicros: 1_800 * MS,
      }),
  },
  {
    id: 'quorums-that-miss-each-other',
    title: 'One for a read and one for a write: reads may be stale, and nothing else',
    claims: [available(WEAK), ...storeClaims(WEAK)],
    seedCount: 10,
    scenario: (seed) =>
      storeScenario({
        id: `quorum/${ID}/quorums-that-miss-each-other`,
        nodeCount: 3,
        settings: { ...WEAK },
        nemesis: crashesAfterSends(seed, 3, { rounds: 5, everyMicros: 350 * MS }),
        operations: busy(seed, 3, 1_900 * MS),
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: storeClaims(SOME),
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
        operations: busy(seed, nodeCount, 2_300 * MS, 150 * MS),
        safetyMicros: 2_400 * MS,
      })
    },
  },
]
