/** The checks that learners see and run in their browser. */
import type { Check, Claim } from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LEADER, LOSSY, raftSwarm } from '../../scenarios.ts'
import { EXACTLY_ONCE, FIXED_SAFETY, LIVENESS } from '../../service-claims.ts'
import {
  clientIds,
  FAULTS_MICROS,
  STARTED_MICROS,
  serviceScenario,
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

export const CLIENTS = clientIds(4)

/** Clients that ask again until somebody answers. */
export function patientClients({ gapMicrosMax = 450 * MS, ...options }: Asking) {
  return workload({
    ...options,
    clients: CLIENTS,
    persistence: 'always',
    fromMicros: STARTED_MICROS,
    gapMicrosMax,
  })
}

export const visible: readonly Check[] = [
  {
    id: 'answers-lost',
    title: 'Requests and answers are lost, repeated and late',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/12-sessions/answers-lost',
        seed,
        nodeCount: 3,
        network: { ...LOSSY, lossPermille: 200 },
        operations: patientClients({ seed, nodeCount: 3, untilMicros: FAULTS_MICROS }),
        safetyMicros: FAULTS_MICROS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'leader-cut-off',
    title: 'The leader is cut off while clients wait, and they ask its successor',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/12-sessions/leader-cut-off',
        seed,
        nodeCount: 3,
        nemesis: [1_200, 2_600, 4_000].flatMap((ms) => [
          { at: ms * MS, fault: { kind: 'isolate', target: LEADER, name: `cut-${ms}` } } as const,
          { at: (ms + 900) * MS, fault: { kind: 'heal', name: `cut-${ms}` } } as const,
        ]),
        operations: patientClients({ seed, nodeCount: 3, untilMicros: 5 * SECOND }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/12-sessions/crash-and-restart',
        seed,
        nodeCount: 3,
        nemesis: raftSwarm(seed, 3, ['crash'], FAULTS_MICROS),
        operations: patientClients({ seed, nodeCount: 3, untilMicros: FAULTS_MICROS }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'always',
      }),
  },
]
