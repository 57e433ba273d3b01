/** The checks that learners see and run in their browser. */
import { type Check, noLeaderInMinority } from '#core'
import { SECOND } from '../../../shared-scenarios/units.ts'
import {
  electsLeader,
  electsWithoutMinority,
  VOTE_CLAIMS,
  VOTE_RULES,
} from '../../election-claims.ts'
import { crashAfterVoting, halves, minorityDown, twoCandidates } from '../../election-faults.ts'
import { REPEATING, raftScenario, raftSwarm, sizeFor } from '../../scenarios.ts'

export const visible: readonly Check[] = [
  {
    id: 'healthy-cluster',
    title: 'A healthy network',
    claims: [...VOTE_CLAIMS, electsLeader],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/healthy-cluster',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        safetyMicros: SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'two-candidates',
    title: 'Two candidates of one term ask the same voter',
    claims: [...VOTE_CLAIMS, electsLeader],
    seedCount: 10,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/two-candidates',
        nodeCount: 3,
        nemesis: twoCandidates(seed),
        safetyMicros: 2 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'minority-down',
    title: 'As many nodes are down as a cluster can do without',
    claims: [...VOTE_CLAIMS, electsWithoutMinority, electsLeader],
    seedCount: 10,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 4, 5])
      return raftScenario({
        id: 'raft/02-voting/minority-down',
        nodeCount,
        nemesis: minorityDown(nodeCount),
        safetyMicros: 2.5 * SECOND,
        livenessMicros: 2.5 * SECOND,
      })
    },
  },
  {
    id: 'repeated-messages',
    title: 'Many messages arrive twice, some much later',
    claims: [...VOTE_CLAIMS, electsLeader],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/repeated-messages',
        nodeCount: sizeFor(seed, [4, 5]),
        network: REPEATING,
        safetyMicros: 2 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'no-majority',
    title: 'Nobody can reach a majority',
    claims: [noLeaderInMinority, ...VOTE_CLAIMS, electsLeader],
    seedCount: 10,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/no-majority',
        nodeCount: 4,
        nemesis: [{ at: 0, fault: { kind: 'partition', groups: halves(seed) } }],
        safetyMicros: 2 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'crash-after-voting',
    title: 'A node votes, crashes at once, and is asked again by another candidate',
    claims: [...VOTE_RULES, electsLeader],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/crash-after-voting',
        nodeCount: 3,
        nemesis: crashAfterVoting(seed),
        safetyMicros: 2 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: [...VOTE_RULES, electsLeader],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/crash-and-restart',
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], 3 * SECOND),
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
]
