/** The checks that only the grader knows. */
import type { Check } from '#core'
import { SECOND } from '../../../shared-scenarios/units.ts'
import { TIMER_CLAIMS } from '../../election-claims.ts'
import { LOSSY, REPEATING, raftScenario, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'other-sizes',
    title: 'One node, two, six or seven',
    claims: TIMER_CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/01-timers/other-sizes',
        nodeCount: sizeFor(seed, [1, 2, 6, 7]),
        network: SLOW,
        safetyMicros: 2 * SECOND,
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'repeated-messages',
    title: 'Many messages arrive twice, some much later',
    claims: TIMER_CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/01-timers/repeated-messages',
        nodeCount: sizeFor(seed, [3, 5]),
        network: REPEATING,
        nemesis: raftSwarm(seed, 3, ['isolate', 'one-way', 'clog'], 3 * SECOND),
        safetyMicros: 4 * SECOND,
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: TIMER_CLAIMS,
    seedCount: 30,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/01-timers/everything-at-once',
        nodeCount: 5,
        network: LOSSY,
        nemesis: raftSwarm(
          seed,
          5,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift'],
          4 * SECOND,
        ),
        safetyMicros: 5 * SECOND,
        livenessMicros: SECOND,
      }),
  },
]
