/** The checks that learners see and run in their browser. */
import { type Check, leaderStays, noLeaderInMinority } from '#core'
import { SECOND } from '../../../shared-scenarios/units.ts'
import {
  leaderAfterHeal,
  leaderAtStart,
  leaderOutlasts,
  majorityElects,
  PRE_VOTE_CLAIMS,
  PRE_VOTE_RULES,
  replacesDeafLeader,
} from '../../election-claims.ts'
import { FOLLOWER_AWAY, LEADER_CUT_OFF, LEADER_DEAF } from '../../election-faults.ts'
import { LOSSY, raftScenario, raftSwarm, sizeFor } from '../../scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'healthy-cluster',
    title: 'A healthy network',
    claims: [...PRE_VOTE_CLAIMS, leaderAtStart, leaderStays],
    seedCount: 15,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/healthy-cluster',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        safetyMicros: 0,
        livenessMicros: 4 * SECOND,
      }),
  },
  {
    id: 'follower-comes-back',
    title: 'A follower is cut off, then comes back',
    claims: [...PRE_VOTE_CLAIMS, leaderOutlasts, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/follower-comes-back',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: FOLLOWER_AWAY,
        safetyMicros: 5 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'deaf-leader',
    title: 'The leader can speak but not hear',
    claims: [...PRE_VOTE_CLAIMS, replacesDeafLeader, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/deaf-leader',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: LEADER_DEAF,
        safetyMicros: 5 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'leader-cut-off',
    title: 'The leader is cut off, then comes back',
    claims: [noLeaderInMinority, ...PRE_VOTE_CLAIMS, majorityElects, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/leader-cut-off',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: LEADER_CUT_OFF,
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'lossy-network',
    title: 'Messages are lost, repeated and late',
    claims: [...PRE_VOTE_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 15,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/lossy-network',
        nodeCount: 5,
        network: LOSSY,
        nemesis: raftSwarm(seed, 5, ['isolate', 'one-way'], 3 * SECOND),
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: [...PRE_VOTE_RULES, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/04-pre-vote/crash-and-restart',
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], 5 * SECOND),
        safetyMicros: 6 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
]
