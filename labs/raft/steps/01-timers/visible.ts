/** The checks that learners see and run in their browser. */
import { type Check, nodeIds, waitsAreRandom } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { TIMER_CLAIMS } from '../../election-claims.ts'
import { raftScenario, raftSwarm, sizeFor } from '../../scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'each-alone',
    title: 'Nobody can hear anybody',
    claims: [waitsAreRandom, ...TIMER_CLAIMS],
    seedCount: 10,
    scenario: () =>
      raftScenario({
        id: 'raft/01-timers/each-alone',
        nodeCount: 3,
        nemesis: [
          { at: 0, fault: { kind: 'partition', groups: nodeIds(3).map((node) => [node]) } },
        ],
        safetyMicros: 4 * SECOND,
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'healthy-cluster',
    title: 'A healthy network',
    claims: TIMER_CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/01-timers/healthy-cluster',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        safetyMicros: 0,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'crash-after-asking',
    title: 'A node asks for votes, and crashes at once',
    claims: TIMER_CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/01-timers/crash-after-asking',
        nodeCount: 3,
        nemesis: nodeIds(3).map((node, index) => ({
          at: (200 + 400 * index + (seed % 10) * 20) * MS,
          fault: {
            kind: 'crash',
            target: { kind: 'node', node },
            unsynced: 'lost',
            moment: { kind: 'after-send', containing: '"RequestVote"' },
            downMicros: 30 * MS,
          },
        })),
        safetyMicros: 3 * SECOND,
        livenessMicros: SECOND,
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: TIMER_CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/01-timers/crash-and-restart',
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], 3 * SECOND),
        safetyMicros: 4 * SECOND,
        livenessMicros: SECOND,
      }),
  },
]
