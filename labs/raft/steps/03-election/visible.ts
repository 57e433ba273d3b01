/** The checks that learners see and run in their browser. */
import {
  type Check,
  candidateYieldsToLeader,
  DEFAULT_NETWORK,
  electionSafety,
  leaderHasMajority,
  leaderStays,
  leaderWithin,
  type NemesisStep,
  noLeaderInMinority,
  noVoteForOldTerm,
  oneVotePerTerm,
  Prng,
  termsGrow,
  yieldsToNewerTerm,
} from '#core'
import { LEADER, LOSSY, MS, raftScenario, raftSwarm, SECOND, sizeFor } from '../../scenarios.ts'

const leaderAtStart = leaderWithin({
  id: 'leader-at-start',
  sentence: 'A healthy cluster elects a leader within two seconds.',
  ask: 'What happens when every node stands for election at the same moment?',
  after: 'liveness',
  since: 'the cluster started',
  withinMicros: 2 * SECOND,
  followers: 'all',
})

/** The standing promise after every fault; checks with faults end with it. */
export const leaderAfterHeal = leaderWithin({
  id: 'leader-after-heal',
  sentence: 'Two seconds after everything is healed, all nodes follow one leader.',
  ask: 'Which node could still stand for election, and what keeps it from doing so?',
  after: 'liveness',
  since: 'the last fault ended',
  withinMicros: 2 * SECOND,
  followers: 'all',
})

const majorityElects = leaderWithin({
  id: 'majority-elects',
  sentence: 'When the leader is cut off, the rest elects a new one within two seconds.',
  ask: 'How does a follower notice that its leader is gone?',
  after: 1_500 * MS,
  since: 'the leader was cut off',
  withinMicros: 2 * SECOND,
  followers: 'majority',
})

/** What must hold in every run. Where several break at one event, the first here is named. */
export const SAFETY = [
  yieldsToNewerTerm,
  candidateYieldsToLeader,
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  leaderHasMajority,
  electionSafety,
] as const

export const visible: readonly Check[] = [
  {
    id: 'healthy-cluster',
    title: 'A healthy network',
    claims: [...SAFETY, leaderAtStart, leaderStays],
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
    claims: [
      noLeaderInMinority(DEFAULT_NETWORK.delayMicrosMax),
      ...SAFETY,
      majorityElects,
      leaderAfterHeal,
    ],
    seedCount: 20,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/leader-cut-off',
        nodeCount: sizeFor(seed, [3, 5]),
        nemesis: [{ at: 1_500 * MS, fault: { kind: 'isolate', target: LEADER } }],
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'no-majority',
    title: 'Nobody can reach a majority',
    claims: [noLeaderInMinority(DEFAULT_NETWORK.delayMicrosMax), ...SAFETY, leaderAfterHeal],
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
    claims: [...SAFETY, leaderAfterHeal],
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
    claims: [...SAFETY, leaderAfterHeal],
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
    claims: [...SAFETY, leaderAfterHeal],
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

/**
 * Two nodes cannot hear each other, so both stand in the same term; the third, too slow to
 * stand itself, crashes once it has voted and is back before the other asks.
 */
function crashAfterVoting(seed: number): readonly NemesisStep[] {
  const [voter, one, other] = new Prng(seed, 'who votes').shuffle(['n1', 'n2', 'n3']) as [
    string,
    string,
    string,
  ]
  const crash = {
    kind: 'crash',
    target: { kind: 'node', node: voter },
    unsynced: 'lost',
    moment: { kind: 'after-send', containing: '"voteGranted":true' },
    downMicros: 5 * MS,
  } as const
  const late = { ...crash, moment: { kind: 'now' }, downMicros: 50 * MS } as const
  return [
    { at: 0, fault: { kind: 'partition', groups: [[one], [other]] } },
    { at: 0, fault: { kind: 'skew', target: crash.target, offsetMicros: 0, driftPpm: -500_000 } },
    { at: 0, fault: late },
    { at: 100 * MS, fault: crash },
    { at: 600 * MS, fault: crash },
    { at: 1_200 * MS, fault: crash },
  ]
}

/** Two of four nodes on each side: neither side has the three that make a majority. */
function halves(seed: number): readonly (readonly string[])[] {
  const others = ['n2', 'n3', 'n4']
  const partner = others[seed % 3] as string
  return [['n1', partner], others.filter((node) => node !== partner)]
}
