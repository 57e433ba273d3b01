/** The checks that learners see and run in their browser. */
import { type Check, type Claim, type NodeId, refusesAndNamesLeader } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { raftSwarm, sizeFor } from '../../scenarios.ts'
import { FIXED_SAFETY, LIVENESS } from '../../service-claims.ts'
import {
  badLinksBetween,
  clientIds,
  FAULTS_MICROS,
  STARTED_MICROS,
  serviceScenario,
  takeTurnsAlone,
  workload,
} from '../../service-scenarios.ts'

/** What must hold in every run. */
export const CLAIMS: readonly Claim[] = [...FIXED_SAFETY, refusesAndNamesLeader, ...LIVENESS]

/** Writes of different values, some by clients that follow the leader and some by others. */
export function writers(seed: number, nodeCount: number, untilMicros: number) {
  const shared = {
    seed,
    nodeCount,
    fromMicros: STARTED_MICROS,
    untilMicros,
    gapMicrosMax: 500 * MS,
    isWriteOnly: true,
  }
  return [
    ...workload({ ...shared, clients: clientIds(nodeCount), persistence: 'never', nodeOf: homeOf }),
    ...workload({ ...shared, clients: ['c6', 'c7'], persistence: 'redirected' }),
  ]
}

/** The node of the same number: `n2` for `c2`. */
function homeOf(client: string): NodeId {
  return client.replace('c', 'n')
}

export const visible: readonly Check[] = [
  {
    id: 'healthy-service',
    title: 'A healthy network',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/10-apply/healthy-service',
        seed,
        nodeCount,
        operations: [],
        safetyMicros: 0,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'alone-with-a-client',
    title: 'A leader is cut off together with a client',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) => {
      const nodeCount = 3
      return serviceScenario({
        id: 'raft/10-apply/alone-with-a-client',
        seed,
        nodeCount,
        nemesis: takeTurnsAlone({
          nodeCount,
          clientsOf: (node) => [node.replace('n', 'c')],
          fromMicros: 1_200 * MS,
          cutMicros: 800 * MS,
          restMicros: 400 * MS,
          rounds: 3,
        }),
        operations: writers(seed, nodeCount, 5 * SECOND),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/10-apply/crash-and-restart',
        seed,
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], FAULTS_MICROS),
        operations: writers(seed, 3, FAULTS_MICROS),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      }),
  },
  {
    id: 'messages-lost-and-repeated',
    title: 'Messages between nodes are lost and repeated',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/10-apply/messages-lost-and-repeated',
        seed,
        nodeCount: 3,
        nemesis: [
          badLinksBetween(3, { lossPermille: 150, duplicatePermille: 150 }),
          ...raftSwarm(seed, 3, ['isolate', 'pause'], FAULTS_MICROS),
        ],
        operations: writers(seed, 3, FAULTS_MICROS),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      }),
  },
]
