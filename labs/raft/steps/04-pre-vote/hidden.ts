/** The checks that only the grader knows. */
import { type Check, leaderStays, noLeaderInMinority } from '#core'
import { SECOND } from '../../../shared-scenarios/units.ts'
import {
  CUT_OFF_AT,
  leaderAfterHeal,
  leaderOutlasts,
  majorityElects,
  PRE_VOTE_CLAIMS,
  PRE_VOTE_RULES,
} from '../../election-claims.ts'
import {
  crashBetweenRivals,
  DEAF_NODE_AND_LOST_LEADER,
  FOLLOWER_BRIDGES,
  followerHalfCut,
  halves,
} from '../../election-faults.ts'
import { LOSSY, REPEATING, raftScenario, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'follower-half-cut',
    title: 'A follower hears nobody, or is heard by nobody, and recovers',
    claims: [...PRE_VOTE_CLAIMS, leaderOutlasts, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/follower-half-cut',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        nemesis: followerHalfCut(seed),
        safetyMicros: 5 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'bridge',
    title: 'Half of the nodes hear the leader only by way of another one',
    claims: [...PRE_VOTE_CLAIMS, leaderOutlasts, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/bridge',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: FOLLOWER_BRIDGES,
        safetyMicros: 5 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'deaf-node',
    title: 'A deaf node keeps asking while the others need a new leader',
    claims: [...PRE_VOTE_CLAIMS, majorityElects, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: () =>
      raftScenario({
        id: 'raft/04-pre-vote/deaf-node',
        nodeCount: 5,
        nemesis: DEAF_NODE_AND_LOST_LEADER,
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'other-sizes',
    title: 'One node, two, six or seven',
    claims: [...PRE_VOTE_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 12,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/other-sizes',
        nodeCount: sizeFor(seed, [1, 2, 6, 7]),
        safetyMicros: SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'no-majority',
    title: 'The leader keeps the company of one node of three',
    claims: [noLeaderInMinority, ...PRE_VOTE_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 10,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/no-majority',
        nodeCount: 4,
        nemesis: [{ at: CUT_OFF_AT, fault: { kind: 'partition', groups: halves(seed) } }],
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'crash-between-rivals',
    title: 'A node votes, crashes at once, and is asked again by another candidate',
    claims: [...PRE_VOTE_RULES, leaderAfterHeal],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/crash-between-rivals',
        nodeCount: 3,
        nemesis: crashBetweenRivals(seed),
        safetyMicros: 2 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'repeated-messages',
    title: 'Many messages arrive twice, some much later',
    claims: [...PRE_VOTE_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 25,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/repeated-messages',
        nodeCount: sizeFor(seed, [4, 5]),
        network: REPEATING,
        nemesis: raftSwarm(seed, 4, ['isolate', 'partition'], 4 * SECOND),
        safetyMicros: 5 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'overtaking-messages',
    title: 'Messages overtake each other while leaders come and go',
    claims: [...PRE_VOTE_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 30,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/overtaking-messages',
        nodeCount: sizeFor(seed, [3, 5]),
        network: SLOW,
        nemesis: raftSwarm(seed, 3, ['isolate', 'one-way', 'pause', 'bridge', 'flap'], 5 * SECOND),
        safetyMicros: 6 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: [...PRE_VOTE_CLAIMS, leaderAfterHeal],
    seedCount: 40,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return raftScenario({
        id: 'raft/04-pre-vote/everything-at-once',
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(
          seed,
          nodeCount,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift', 'bridge', 'ring'],
          6 * SECOND,
        ),
        safetyMicros: 7 * SECOND,
        livenessMicros: 3 * SECOND,
      })
    },
  },
]
