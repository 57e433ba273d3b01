/** The checks that learners see and run in their browser. */
import type { Check } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LIVENESS, SAFETY } from '../../log-claims.ts'
import {
  askNodes,
  cast,
  chosen,
  clearStage,
  leadersTakeTurns,
  logScenario,
  playScenario,
  STARTED_MICROS,
  setStage,
} from '../../log-scenarios.ts'
import { LOSSY, sizeFor } from '../../scenarios.ts'

export const CLAIMS = [...SAFETY.repair, ...LIVENESS.stored]

export const visible: readonly Check[] = [
  {
    id: 'leader-comes-back',
    title: 'A leader is cut off with a client beside it, and comes back',
    claims: CLAIMS,
    seedCount: 8,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [4, 5])
      return logScenario({
        id: 'raft/06-repair/leader-comes-back',
        nodeCount,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: 1_200 * MS,
          count: 2,
          turnMicros: 1_200 * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 90 * MS, count: 30 }],
        safetyMicros: 3_700 * MS,
      })
    },
  },
  {
    id: 'leaders-come-and-go',
    title: 'Whoever leads is cut off, again and again',
    claims: CLAIMS,
    seedCount: 10,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return logScenario({
        id: 'raft/06-repair/leaders-come-and-go',
        nodeCount,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 5,
          turnMicros: chosen(seed, 'turn', [750, 850, 950]) * MS,
        }),
        rounds: [{ fromMicros: 600 * MS, everyMicros: 75 * MS, count: 65 }],
        safetyMicros: 6 * SECOND,
      })
    },
  },
  {
    id: 'an-old-log-asks',
    title: 'A node with a long old log, and one with a short one, ask for votes',
    claims: CLAIMS,
    seedCount: 6,
    scenario: oldLogsAsk,
  },
  {
    id: 'quiet-repair',
    title: 'Logs differ, and nobody asks for anything any more',
    claims: [...SAFETY.repair, ...LIVENESS.quiet],
    seedCount: 6,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [4, 5])
      return logScenario({
        id: 'raft/06-repair/quiet-repair',
        nodeCount,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: 1_200 * MS,
          count: 2,
          turnMicros: 1_100 * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 90 * MS, count: 11 }],
        safetyMicros: 3_400 * MS,
        endsQuietly: true,
      })
    },
  },
  {
    id: 'lossy-log',
    title: 'Messages are lost, repeated and late, and leaders come and go',
    claims: CLAIMS,
    seedCount: 10,
    scenario(seed) {
      const nodeCount = 3
      return logScenario({
        id: 'raft/06-repair/lossy-log',
        nodeCount,
        network: LOSSY,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 3,
          turnMicros: 700 * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 60 * MS, count: 50, isSame: true }],
        safetyMicros: 4 * SECOND,
      })
    },
  },
]

/**
 * The old leader takes commands alone, more of them than the others, who agree on newer ones
 * behind its back; a third node hears of none. Then the old leader and, later, the idle node
 * may talk to just one of those who know better (Raft, section 5.4.1).
 */
function oldLogsAsk(seed: number) {
  const nodeCount = 5
  const [old, next, third, fourth, idle] = cast(seed, nodeCount) as [
    string,
    string,
    string,
    string,
    string,
  ]
  return playScenario({
    id: 'raft/06-repair/an-old-log-asks',
    nodeCount,
    nemesis: [
      ...setStage(nodeCount, { at: 0, leader: old, followers: [next, third, fourth] }),
      ...setStage(nodeCount, { at: 1_100 * MS, leader: old, followers: [] }),
      ...setStage(nodeCount, { at: 1_250 * MS, leader: next, followers: [third, fourth] }),
      // Whoever knows the newer entries must not vote for one who does not.
      ...setStage(nodeCount, { at: 3 * SECOND, leader: old, followers: [third, fourth] }),
      ...setStage(nodeCount, { at: 4 * SECOND, leader: idle, followers: [third, fourth] }),
      clearStage(5 * SECOND),
    ],
    asked: askNodes(nodeCount, [
      { node: old, fromMicros: 900 * MS, count: 2 },
      { node: old, fromMicros: 1_110 * MS, count: 4 },
      { node: next, fromMicros: 2_300 * MS, count: 3 },
    ]),
    safetyMicros: 5_100 * MS,
  })
}
