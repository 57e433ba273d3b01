/** The checks that only the grader knows. */
import type { Check } from '#core'
import { SECOND } from '../../../shared-scenarios/units.ts'
import { electsLeader, VOTE_CLAIMS, VOTE_RULES } from '../../election-claims.ts'
import { crashWhileVoting } from '../../election-faults.ts'
import { LOSSY, raftScenario, raftSwarm, SLOW, sizeFor } from '../../scenarios.ts'

export const hidden: readonly Check[] = [
  {
    id: 'crash-while-voting',
    title: 'A voter crashes in the middle of a vote, and an older request arrives',
    claims: [...VOTE_RULES, electsLeader],
    seedCount: 40,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/crash-while-voting',
        nodeCount: 3,
        nemesis: crashWhileVoting(seed),
        safetyMicros: 1.5 * SECOND,
        livenessMicros: 2.5 * SECOND,
      }),
  },
  {
    id: 'other-sizes',
    title: 'One node, two, six or seven',
    claims: [...VOTE_CLAIMS, electsLeader],
    seedCount: 12,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/other-sizes',
        nodeCount: sizeFor(seed, [1, 2, 6, 7]),
        safetyMicros: SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'overtaking-messages',
    title: 'Messages overtake each other',
    claims: [...VOTE_CLAIMS, electsLeader],
    seedCount: 30,
    scenario: (seed) =>
      raftScenario({
        id: 'raft/02-voting/overtaking-messages',
        nodeCount: sizeFor(seed, [3, 5]),
        network: SLOW,
        nemesis: raftSwarm(seed, 3, ['isolate', 'one-way', 'clog', 'pause'], 3 * SECOND),
        safetyMicros: 4 * SECOND,
        livenessMicros: 3 * SECOND,
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: [...VOTE_CLAIMS, electsLeader],
    seedCount: 40,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return raftScenario({
        id: 'raft/02-voting/everything-at-once',
        nodeCount,
        network: LOSSY,
        nemesis: raftSwarm(
          seed,
          nodeCount,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift'],
          4 * SECOND,
        ),
        safetyMicros: 5 * SECOND,
        livenessMicros: 3 * SECOND,
      })
    },
  },
]
