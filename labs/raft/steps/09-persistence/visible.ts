/** The checks that learners see and run in their browser. */
import type { Check, Scenario } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { figureEight } from '../../commit-scenarios.ts'
import { crashesAfterPromises, crashesWhileVoting, powerCut } from '../../crash-scenarios.ts'
import { LIVENESS, SAFETY } from '../../log-claims.ts'
import { chosen, leadersTakeTurns, logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { raftSwarm, sizeFor } from '../../scenarios.ts'

export const CLAIMS = [...SAFETY.persistence, ...LIVENESS.committed]

export const visible: readonly Check[] = [
  {
    id: 'power-cut',
    title: 'The power fails for all nodes at once, twice',
    claims: CLAIMS,
    seedCount: 5,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/09-persistence/power-cut',
        nodeCount,
        nemesis: [
          ...powerCut(nodeCount, { at: (1_300 + 7 * (seed % 9)) * MS, downMicros: 200 * MS }),
          ...powerCut(nodeCount, { at: (2_500 + 11 * (seed % 7)) * MS, downMicros: 100 * MS }),
        ],
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 55 * MS, count: 45 }],
        safetyMicros: 3_500 * MS,
      })
    },
  },
  {
    id: 'crash-after-promise',
    title: 'Nodes crash right after they said what they hold, and come back at once',
    claims: CLAIMS,
    seedCount: 6,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/09-persistence/crash-after-promise',
        nodeCount,
        nemesis: crashesAfterPromises({
          seed,
          nodeCount,
          fromMicros: 400 * MS,
          everyMicros: 150 * MS,
          count: 22,
          downMicros: chosen(seed, 'down', [3, 40, 300]) * MS,
        }),
        rounds: [{ fromMicros: 600 * MS, everyMicros: 60 * MS, count: 50 }],
        safetyMicros: 4 * SECOND,
      })
    },
  },
  {
    id: 'crash-and-repair',
    title: 'Leaders come and go, logs are repaired, and nodes crash meanwhile',
    claims: CLAIMS,
    seedCount: 6,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      const turns = leadersTakeTurns({
        seed,
        nodeCount,
        fromMicros: STARTED_MICROS,
        count: 4,
        turnMicros: 850 * MS,
      })
      const crashes = crashesAfterPromises({
        seed,
        nodeCount,
        // While the one that comes back is brought in line.
        fromMicros: STARTED_MICROS + 830 * MS,
        everyMicros: 425 * MS,
        count: 8,
        downMicros: 20 * MS,
      })
      return logScenario({
        id: 'raft/09-persistence/crash-and-repair',
        nodeCount,
        nemesis: [...turns, ...crashes].sort((a, b) => a.at - b.at),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 60 * MS, count: 60 }],
        safetyMicros: 5 * SECOND,
      })
    },
  },
  {
    id: 'crash-while-voting',
    title: 'Elections all the time, and crashes in the middle of handlers',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) => crashWhileVoting('raft/09-persistence/crash-while-voting', seed),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash at any moment, and stay down for a while',
    claims: CLAIMS,
    seedCount: 5,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/09-persistence/crash-and-restart',
        nodeCount,
        nemesis: raftSwarm(seed, nodeCount, ['crash'], 4 * SECOND),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 70 * MS, count: 50 }],
        safetyMicros: 5 * SECOND,
      })
    },
  },
  {
    id: 'figure-eight',
    title: 'Figure 8: an old entry on a majority, and a node that can still replace it',
    claims: CLAIMS,
    seedCount: 3,
    scenario: (seed) => figureEight('raft/09-persistence/figure-eight', seed),
  },
]

/** Leaders that are cut off in quick succession, and nodes that crash while they vote. */
export function crashWhileVoting(id: string, seed: number): Scenario {
  const nodeCount = sizeFor(seed, [3, 5])
  const turns = leadersTakeTurns({
    seed,
    nodeCount,
    fromMicros: STARTED_MICROS,
    count: 5,
    turnMicros: 500 * MS,
  })
  const crashes = crashesWhileVoting({
    seed,
    nodeCount,
    fromMicros: 150 * MS,
    untilMicros: 3_400 * MS,
  })
  return logScenario({
    id,
    nodeCount,
    nemesis: [...turns, ...crashes].sort((a, b) => a.at - b.at),
    rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 90 * MS, count: 28 }],
    safetyMicros: 3_500 * MS,
  })
}
