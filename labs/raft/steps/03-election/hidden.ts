/** The checks that only the grader knows. */
import { type Check, leaderStays, noLeaderInMinority } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { ELECTION_CLAIMS, leaderAfterHeal } from '../../election-claims.ts'
import { DEPOSED_AND_ALONE } from '../../election-faults.ts'
import {
  LEADER,
  LOSSY,
  OLD_LEADER,
  REPEATING,
  raftScenario,
  raftSwarm,
  SLOW,
  sizeFor,
} from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'other-sizes',
    title: 'One node, two, six or seven',
    claims: [...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 12,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/other-sizes',
        nodeCount: sizeFor(seed, [1, 2, 6, 7]),
        safetyMicros: SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'deaf-leader',
    title: 'A leader that can speak but not hear, and the crash of its successor',
    claims: [...ELECTION_CLAIMS, leaderAfterHeal],
    seedCount: 20,
    scenario: () =>
      raftScenario({
        id: 'raft/03-election/deaf-leader',
        nodeCount: 5,
        nemesis: [
          { at: 1_500 * MS, fault: { kind: 'isolate', target: LEADER } },
          // The others have elected a successor. Now the old leader may speak again, not hear.
          { at: 3_500 * MS, fault: { kind: 'heal' } },
          { at: 3_500 * MS, fault: { kind: 'deafen', target: OLD_LEADER } },
          {
            at: 4 * SECOND,
            fault: {
              kind: 'crash',
              target: LEADER,
              unsynced: 'lost',
              moment: { kind: 'now' },
              downMicros: null,
            },
          },
        ],
        safetyMicros: 7 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'deposed-and-alone',
    title: 'A leader learns that its term is over, and is cut off at once',
    claims: [...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 15,
    scenario: () =>
      raftScenario({
        id: 'raft/03-election/deposed-and-alone',
        nodeCount: 3,
        nemesis: DEPOSED_AND_ALONE,
        safetyMicros: 5.5 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'repeated-messages',
    title: 'Many messages arrive twice, some much later',
    claims: [...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 30,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/repeated-messages',
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
    claims: [...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 30,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/overtaking-messages',
        nodeCount: sizeFor(seed, [3, 5]),
        network: SLOW,
        nemesis: raftSwarm(seed, 3, ['isolate', 'one-way', 'pause'], 5 * SECOND),
        safetyMicros: 6 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'no-rest-for-the-majority',
    title: 'Cuts, with the leader often on the wrong side',
    claims: [noLeaderInMinority, ...ELECTION_CLAIMS, leaderAfterHeal, leaderStays],
    seedCount: 30,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/03-election/no-rest-for-the-majority',
        nodeCount: sizeFor(seed, [3, 4, 5]),
        nemesis: raftSwarm(seed, 3, ['partition', 'isolate', 'one-way'], 5 * SECOND),
        safetyMicros: 6 * SECOND,
        livenessMicros: 4 * SECOND,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: [...ELECTION_CLAIMS, leaderAfterHeal],
    seedCount: 40,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return raftScenario({
        id: 'raft/03-election/everything-at-once',
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(
          seed,
          nodeCount,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift'],
          6 * SECOND,
        ),
        safetyMicros: 7 * SECOND,
        livenessMicros: 3 * SECOND,
      })
    },
  },
]
