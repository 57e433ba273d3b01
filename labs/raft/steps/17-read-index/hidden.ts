/** The checks that only the grader knows. */
import { type Check, nodeIds, Prng } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { loneLeaders, pausedLeader } from '../../lone-leader.ts'
import { READ_SAFETY, TRANSFER_LIVENESS } from '../../member-claims.ts'
import { add, memberScenario, operator, remove, transfer } from '../../member-scenarios.ts'
import { LOSSY, raftSwarm } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const CLAIMS = [...READ_SAFETY, ...TRANSFER_LIVENESS]

export const hidden: readonly Check[] = [
  {
    id: 'paused-leader-of-five',
    title: 'The leader of five is left with one follower and stands still meanwhile',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      loneLeaders({
        id: 'raft/17-read-index/paused-leader-of-five',
        seed,
        nodeCount: 5,
        faults: pausedLeader,
      }),
  },
  {
    id: 'reads-and-changes',
    title: 'Members change and leadership moves while clients read',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/17-read-index/reads-and-changes',
        seed,
        nodeCount: 5,
        memberCount: 3,
        clientCount: 4,
        gapMicrosMax: 40 * MS,
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 5, ['isolate', 'one-way'], 3_500 * MS),
        operators: [
          ...operator({
            client: 'c6',
            fromMicros: STARTED_MICROS,
            gapMicros: 200 * MS,
            commands: new Prng(seed, 'order').shuffle([...nodeIds(5), ...nodeIds(5)]).map(transfer),
            nodes: nodeIds(5),
          }),
          ...operator({
            client: 'c7',
            fromMicros: STARTED_MICROS,
            gapMicros: 250 * MS,
            commands: [add('n4'), remove('n1'), add('n5'), remove('n2'), add('n1')],
            nodes: nodeIds(5),
          }),
        ],
      }),
  },
  {
    id: 'everything-at-once',
    title: 'All faults, in mixtures that change with the seed',
    claims: CLAIMS,
    seedCount: 12,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/17-read-index/everything-at-once',
        seed,
        nodeCount: 5,
        memberCount: 5,
        network: LOSSY,
        clientCount: 4,
        gapMicrosMax: 60 * MS,
        safetyMicros: 5 * SECOND,
        nemesis: raftSwarm(
          seed,
          5,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift'],
          4_500 * MS,
        ),
      }),
  },
]
