/** The checks that learners see and run in their browser. */
import { type Check, commandsReach } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { figureEight, replacedCopy } from '../../commit-scenarios.ts'
import { COMMAND_MICROS_MAX, LIVENESS, SAFETY } from '../../log-claims.ts'
import { leadersTakeTurns, logScenario, STARTED_MICROS } from '../../log-scenarios.ts'
import { LOSSY, sizeFor } from '../../scenarios.ts'

export const CLAIMS = [...SAFETY.commit, ...LIVENESS.committed]

const majorityCommits = commandsReach({
  id: 'majority-commits',
  sentence: 'Where a majority can talk, a command is committed on a majority within a second.',
  ask: 'How many copies does the leader wait for, and can all of those nodes answer?',
  state: 'committed',
  by: 'majority',
  after: 2_400 * MS,
  withinMicros: COMMAND_MICROS_MAX,
})

export const visible: readonly Check[] = [
  {
    id: 'healthy-commits',
    title: 'A healthy network',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      logScenario({
        id: 'raft/08-commit/healthy-commits',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        rounds: [
          { fromMicros: STARTED_MICROS, everyMicros: sizeFor(seed, [7, 60]) * MS, count: 20 },
        ],
        safetyMicros: 2_300 * MS,
      }),
  },
  {
    id: 'figure-eight',
    title: 'Figure 8: an old entry on a majority, and a node that can still replace it',
    claims: CLAIMS,
    seedCount: 5,
    scenario: (seed) => figureEight('raft/08-commit/figure-eight', seed),
  },
  {
    id: 'minority-and-majority',
    title: 'A leader is cut off with a client beside it, and the others go on',
    claims: [...SAFETY.commit, majorityCommits, ...LIVENESS.committed],
    seedCount: 8,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 4, 4, 5])
      return logScenario({
        id: 'raft/08-commit/minority-and-majority',
        nodeCount,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: 1_200 * MS,
          count: 1,
          turnMicros: 2_600 * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 90 * MS, count: 32 }],
        safetyMicros: 3_900 * MS,
      })
    },
  },
  {
    id: 'replaced-copy',
    title: 'A leader leads again, and a copy that it knew of is gone',
    claims: CLAIMS,
    seedCount: 5,
    scenario: (seed) =>
      replacedCopy('raft/08-commit/replaced-copy', seed, seed % 2 === 0 ? 'late' : 'in-time'),
  },
  {
    id: 'lossy-commits',
    title: 'Messages are lost, repeated and late, and leaders come and go',
    claims: CLAIMS,
    seedCount: 8,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/08-commit/lossy-commits',
        nodeCount,
        network: LOSSY,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 3,
          turnMicros: 800 * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 60 * MS, count: 45 }],
        safetyMicros: 4 * SECOND,
      })
    },
  },
]
