/** The checks that learners see and run in their browser. */
import { type Check, findsPlaceWithin, resendsFew } from '#core'
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

/** However long the logs are in which a leader looks for the place. */
const REFUSALS_MAX = 10
/** The term in which the logs part does not count. */
const RESENT_MAX = 40

export const CLAIMS = [
  ...SAFETY.repair,
  findsPlaceWithin(REFUSALS_MAX),
  resendsFew(RESENT_MAX),
  ...LIVENESS.stored,
]

export const visible: readonly Check[] = [
  {
    id: 'long-tails',
    title: 'Long logs that differ in sixty entries, and one that lacks as many',
    claims: CLAIMS,
    seedCount: 4,
    scenario: (seed) => longTails('raft/07-backtracking/long-tails', seed, 60),
  },
  {
    id: 'leaders-come-and-go',
    title: 'Whoever leads is cut off, again and again',
    claims: CLAIMS,
    seedCount: 8,
    scenario(seed) {
      const nodeCount = sizeFor(seed, [3, 5])
      return logScenario({
        id: 'raft/07-backtracking/leaders-come-and-go',
        nodeCount,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 4,
          turnMicros: chosen(seed, 'turn', [750, 950]) * MS,
        }),
        rounds: [{ fromMicros: 600 * MS, everyMicros: 50 * MS, count: 80 }],
        safetyMicros: 5 * SECOND,
      })
    },
  },
  {
    id: 'lossy-log',
    title: 'Messages are lost, repeated and late, and leaders come and go',
    claims: CLAIMS,
    seedCount: 6,
    scenario(seed) {
      const nodeCount = 3
      return logScenario({
        id: 'raft/07-backtracking/lossy-log',
        nodeCount,
        network: LOSSY,
        nemesis: leadersTakeTurns({
          seed,
          nodeCount,
          fromMicros: STARTED_MICROS,
          count: 3,
          turnMicros: 700 * MS,
        }),
        rounds: [{ fromMicros: STARTED_MICROS, everyMicros: 31 * MS, count: 90 }],
        safetyMicros: 4 * SECOND,
      })
    },
  },
]

/**
 * Two leaders build a log that all share. The second goes on alone and makes a long tail that
 * nobody else has; the others replace it and make one of their own. A third leader, who was
 * elected after all that, must bring the second and a node that heard of nothing in line.
 */
export function longTails(id: string, seed: number, length: number) {
  const nodeCount = 5
  const everyMicros = 4 * MS
  const [first, second, deaf, third, fourth] = cast(seed, nodeCount) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const everybodyBut = (node: string) =>
    [first, second, deaf, third, fourth].filter((other) => other !== node)
  return playScenario({
    id,
    nodeCount,
    nemesis: [
      ...setStage(nodeCount, { at: 0, leader: first, followers: everybodyBut(first) }),
      ...setStage(nodeCount, { at: 1_300 * MS, leader: second, followers: everybodyBut(second) }),
      ...setStage(nodeCount, { at: 2_500 * MS, leader: second, followers: [] }),
      ...setStage(nodeCount, { at: 2_600 * MS, leader: third, followers: [first, fourth] }),
      ...setStage(nodeCount, { at: 4_100 * MS, leader: fourth, followers: [first, third] }),
      clearStage(5_100 * MS),
    ],
    asked: askNodes(nodeCount, [
      { node: first, fromMicros: STARTED_MICROS, count: length, everyMicros },
      // Now and then the last leader knows nothing of the second one's term.
      { node: second, fromMicros: 2_200 * MS, count: seed % 2 === 0 ? 0 : 5 },
      { node: second, fromMicros: 2_510 * MS, count: length, everyMicros },
      { node: third, fromMicros: 3_700 * MS, count: length, everyMicros },
    ]),
    safetyMicros: 5_200 * MS,
  })
}
