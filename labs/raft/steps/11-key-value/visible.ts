/** The checks that learners see and run in their browser. */
import type { Check, Claim, NodeId } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { raftSwarm, sizeFor } from '../../scenarios.ts'
import { EXACTLY_ONCE, FIXED_SAFETY, LIVENESS } from '../../service-claims.ts'
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
export const CLAIMS: readonly Claim[] = [...FIXED_SAFETY, ...EXACTLY_ONCE, ...LIVENESS]

interface Asking {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
  readonly gapMicrosMax?: number
}

/** A client at each node, which asks nobody else, and two that follow the leader. */
export function askers({ gapMicrosMax = 500 * MS, ...options }: Asking) {
  const shared = { ...options, fromMicros: STARTED_MICROS, gapMicrosMax }
  const clients = clientIds(options.nodeCount)
  return [
    ...workload({ ...shared, clients, persistence: 'never', nodeOf: homeOf }),
    ...workload({ ...shared, clients: ['c6', 'c7'], persistence: 'redirected' }),
  ]
}

/** The node of the same number: `n2` for `c2`. */
function homeOf(client: string): NodeId {
  return client.replace('c', 'n')
}

/** Every node in turn is alone with its client, while the others go on. */
export const ALONE_IN_TURN = {
  clientsOf: (node: NodeId) => [node.replace('n', 'c')],
  fromMicros: 1_100 * MS,
  cutMicros: 700 * MS,
  restMicros: 300 * MS,
} as const

export const visible: readonly Check[] = [
  {
    id: 'healthy-store',
    title: 'A healthy network',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/11-key-value/healthy-store',
        seed,
        nodeCount,
        operations: askers({ seed, nodeCount, untilMicros: 1_600 * MS, gapMicrosMax: 200 * MS }),
        safetyMicros: 1_600 * MS,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'alone-with-a-client',
    title: 'A leader is cut off together with a client',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/11-key-value/alone-with-a-client',
        seed,
        nodeCount: 3,
        nemesis: takeTurnsAlone({ ...ALONE_IN_TURN, nodeCount: 3, rounds: 3 }),
        operations: askers({ seed, nodeCount: 3, untilMicros: 4 * SECOND, gapMicrosMax: 200 * MS }),
        safetyMicros: 4_200 * MS,
        lastPersistence: 'redirected',
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/11-key-value/crash-and-restart',
        seed,
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], FAULTS_MICROS),
        operations: askers({ seed, nodeCount: 3, untilMicros: FAULTS_MICROS }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      }),
  },
  {
    id: 'messages-lost-and-repeated',
    title: 'Messages between nodes are lost and repeated',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/11-key-value/messages-lost-and-repeated',
        seed,
        nodeCount: 3,
        nemesis: [
          badLinksBetween(3, { lossPermille: 150, duplicatePermille: 150 }),
          ...raftSwarm(seed, 3, ['isolate', 'pause'], FAULTS_MICROS),
        ],
        operations: askers({ seed, nodeCount: 3, untilMicros: FAULTS_MICROS }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'redirected',
      }),
  },
]
