/** The checks that learners see and run in their browser. */
import { type Check, nodeIds } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { loneLeaders, pausedLeader } from '../../lone-leader.ts'
import { LIVENESS, READ_SAFETY, TRANSFER_LIVENESS } from '../../member-claims.ts'
import { memberScenario, operator, transfer } from '../../member-scenarios.ts'
import { LEADER, SLOW } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const CLAIMS = [...READ_SAFETY, ...TRANSFER_LIVENESS]

export const visible: readonly Check[] = [
  {
    id: 'calm',
    title: 'Reads and writes on a healthy network',
    claims: [...READ_SAFETY, ...LIVENESS],
    seedCount: 6,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/17-read-index/calm',
        seed,
        nodeCount: 3,
        memberCount: 3,
        clientCount: 3,
        gapMicrosMax: 60 * MS,
        safetyMicros: 2 * SECOND,
      }),
  },
  {
    id: 'lone-leader',
    title: 'The leader is left alone with a client that reads',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) => loneLeaders({ id: 'raft/17-read-index/lone-leader', seed }),
  },
  {
    id: 'two-of-five',
    title: 'The leader is left with one follower of four and a client that reads',
    claims: CLAIMS,
    seedCount: 5,
    scenario: (seed) => loneLeaders({ id: 'raft/17-read-index/two-of-five', seed, nodeCount: 5 }),
  },
  {
    id: 'paused-leader',
    title: 'The leader stands still for a while and does not know it',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      loneLeaders({ id: 'raft/17-read-index/paused-leader', seed, faults: pausedLeader }),
  },
  {
    id: 'new-leaders',
    title: 'Reads come right after an election, on a slow network',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/17-read-index/new-leaders',
        seed,
        nodeCount: 3,
        memberCount: 3,
        network: SLOW,
        clientCount: 4,
        gapMicrosMax: 20 * MS,
        safetyMicros: 4 * SECOND,
        nemesis: [1, 2, 3, 4, 5].map((round) => ({
          at: round * 650 * MS + (seed % 7) * 10 * MS,
          fault: {
            kind: 'crash',
            target: LEADER,
            unsynced: 'lost',
            moment: { kind: 'now' },
            downMicros: 500 * MS,
          },
        })),
      }),
  },
  {
    id: 'leadership-moves',
    title: 'Leadership is handed over while clients read',
    claims: CLAIMS,
    seedCount: 4,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/17-read-index/leadership-moves',
        seed,
        nodeCount: 3,
        memberCount: 3,
        clientCount: 4,
        gapMicrosMax: 25 * MS,
        safetyMicros: 3 * SECOND,
        operators: operator({
          client: 'c7',
          fromMicros: STARTED_MICROS,
          gapMicros: 120 * MS,
          commands: [1, 2, 3, 4, 5].flatMap(() => nodeIds(3).map(transfer)),
          nodes: nodeIds(3),
        }),
      }),
  },
]
