/** The checks that only the grader knows. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LEADER, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'
import { badLinksBetween, FAULTS_MICROS, serviceScenario } from '../../service-scenarios.ts'
import { CLAIMS, writers } from './visible.ts'

export const hidden: readonly Check[] = [
  {
    id: 'leader-that-cannot-speak',
    title: 'A leader takes requests that nobody hears of, and comes back too late',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/10-apply/leader-that-cannot-speak',
        seed,
        nodeCount: 3,
        nemesis: [1_200, 2_600, 4_000].flatMap((ms) => [
          { at: ms * MS, fault: { kind: 'mute', target: LEADER, name: `mute-${ms}` } } as const,
          { at: (ms + 650) * MS, fault: { kind: 'heal', name: `mute-${ms}` } } as const,
        ]),
        operations: writers(seed, 3, 5_200 * MS),
        safetyMicros: 5_500 * MS,
        lastPersistence: 'redirected',
      }),
  },
  {
    id: 'overtaking-messages',
    title: 'Messages overtake each other while leaders come and go',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/10-apply/overtaking-messages',
        seed,
        nodeCount,
        network: SLOW,
        nemesis: [
          badLinksBetween(nodeCount, { lossPermille: 20, duplicatePermille: 300 }),
          ...raftSwarm(seed, nodeCount, ['isolate', 'one-way', 'pause', 'clog'], FAULTS_MICROS),
        ],
        operations: writers(seed, nodeCount, FAULTS_MICROS),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 24,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return serviceScenario({
        id: 'raft/10-apply/everything-at-once',
        seed,
        nodeCount,
        nemesis: [
          badLinksBetween(nodeCount, { lossPermille: 80, duplicatePermille: 100 }),
          ...raftSwarm(
            seed,
            nodeCount,
            ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift', 'flap'],
            6 * SECOND,
          ),
        ],
        operations: writers(seed, nodeCount, 6 * SECOND),
        safetyMicros: 7 * SECOND,
        lastPersistence: 'redirected',
      })
    },
  },
]
