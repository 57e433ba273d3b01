/** The checks that learners see and run in their browser. */
import { type Check, leaderStays, noLeaderInMinority } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import {
  ELECTION_CLAIMS,
  ELECTION_RULES,
  leaderAfterHeal,
  leaderAtStart,
  majorityElects,
} from '../../election-claims.ts'
import { crashAfterVoting, halves, LEADER_CUT_OFF } from '../../election-faults.ts'
import { LOSSY, raftScenario, raftSwarm, sizeFor } from '../../scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'healthy-cluster',
    title: 'A healthy network',
    claims: [...ELECTION_CLAIMS, leaderAtStart, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/healthy-cluster',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        safetyMicros: 0,
        livenessMicros: 4 * SECOND,
      }),
  },
  {
    id: 'leader-cut-off',
    title: 'The leader is cut off, then comes back',
    claims: [noLeaderInMinority, ...ELECTION_CLAIMS, majorityElects, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/leader-cut-off',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: LEADER_CUT_OFF,
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'no-majority',
    title: 'Nobody can reach a majority',
    claims: [noLeaderInMinority, ...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/no-majority',
        nodeCount: 4,
        nemesis: [
          { at: (seed % 4) * 300 * MS, fault: { kind: 'partition', groups: halves(seed) } },
        ],
        safetyMicros: 3 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'lossy-network',
    title: 'Messages are lost, repeated and late',
    claims: [...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/lossy-network',
        nodeCount: 5,
        network: LOSSY,
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
        nemesis: raftSwarm(seed, 5, ['isolate'], 3 * SECOND),
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: [...ELECTION_RULES, leaderAfterHeal, leaderStays],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/crash-and-restart',
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], 5 * SECOND),
        safetyMicros: 6 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'crash-after-voting',
    title: 'A node votes, crashes at once, and is asked again by another candidate',
    claims: [...ELECTION_RULES, leaderAfterHeal],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/crash-after-voting',
        nodeCount: 3,
        nemesis: crashAfterVoting(seed),
        safetyMicros: 2 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
]
