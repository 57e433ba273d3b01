/** The checks that only the grader knows. */
import { type Check, nodeIds, Prng } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { TRANSFER_LIVENESS as LIVENESS, SAFETY } from '../../member-claims.ts'
import { add, memberScenario, operator, remove, transfer } from '../../member-scenarios.ts'
import { LOSSY, raftSwarm, SLOW } from '../../scenarios.ts'
import { STARTED_MICROS } from '../../service-scenarios.ts'

const CLAIMS = [...SAFETY, ...LIVENESS]

/** Hands leadership to everybody in turn. */
function transfers(seed: number, client: string) {
  const nodes = nodeIds(5)
  return operator({
    client,
    fromMicros: STARTED_MICROS,
    gapMicros: 150 * MS,
    commands: new Prng(seed, client).shuffle([...nodes, ...nodes, ...nodes]).map(transfer),
    nodes,
  })
}

export const hidden: readonly Check[] = [
  {
    id: 'slow-transfers',
    title: 'Leadership is handed over while messages overtake each other',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/16-transfer/slow-transfers',
        seed,
        nodeCount: 5,
        memberCount: 5,
        network: SLOW,
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 5, ['isolate', 'partition', 'pause'], 3_500 * MS),
        operators: transfers(seed, 'c7'),
      }),
  },
  {
    id: 'transfers-and-changes',
    title: 'Members change and leadership is handed over at the same time',
    claims: CLAIMS,
    seedCount: 15,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/16-transfer/transfers-and-changes',
        seed,
        nodeCount: 5,
        memberCount: 3,
        safetyMicros: 4 * SECOND,
        nemesis: raftSwarm(seed, 5, ['crash', 'isolate'], 3_500 * MS),
        operators: [
          ...transfers(seed, 'c6'),
          ...operator({
            client: 'c7',
            fromMicros: STARTED_MICROS,
            gapMicros: 200 * MS,
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
    seedCount: 20,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/16-transfer/everything-at-once',
        seed,
        nodeCount: 5,
        memberCount: 5,
        network: LOSSY,
        safetyMicros: 5 * SECOND,
        nemesis: raftSwarm(
          seed,
          5,
          ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog', 'drift'],
          4_500 * MS,
        ),
        operators: transfers(seed, 'c7'),
      }),
  },
]
