/** The checks that learners see and run in their browser. */
import {
  type Check,
  type Claim,
  compactsInTime,
  type NemesisStep,
  nodeIds,
  refusesWhenFull,
  snapshotsSentSparingly,
  snapshotsStaySmall,
} from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { LOSSY, raftSwarm } from '../../scenarios.ts'
import { EXACTLY_ONCE, FIXED_SAFETY, LIVENESS } from '../../service-claims.ts'
import {
  clientIds,
  FAULTS_MICROS,
  STARTED_MICROS,
  serviceScenario,
  takeTurnsAlone,
  workload,
} from '../../service-scenarios.ts'

/** How many entries a log may hold in these checks: `this.logEntriesMax`. */
const ENTRIES_MAX = 8

export const SETTINGS = { logEntriesMax: ENTRIES_MAX } as const

/** How long a leader waits at least before it sends a follower a snapshot again. */
const SNAPSHOT_MICROS_MIN = 100 * MS

/** What must hold in every run. */
export const CLAIMS: readonly Claim[] = [
  ...FIXED_SAFETY,
  compactsInTime({ entriesMax: ENTRIES_MAX }),
  refusesWhenFull({ entriesMax: ENTRIES_MAX }),
  snapshotsSentSparingly(SNAPSHOT_MICROS_MIN),
  ...EXACTLY_ONCE,
  ...LIVENESS,
]

/** The data of small commands, and what a session of each client needs, many times over. */
const SNAPSHOT_BYTES_MAX = 4_000

interface Asking {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
  readonly clientCount?: number
  readonly gapMicrosMax?: number
  readonly isSmall?: boolean
}

/** Clients that ask again until somebody answers. */
export function patientClients(options: Asking) {
  const { clientCount = 4, gapMicrosMax = 200 * MS } = options
  return workload({
    ...options,
    clients: clientIds(clientCount),
    persistence: 'always',
    fromMicros: STARTED_MICROS,
    gapMicrosMax,
  })
}

/** More clients than a log has room for; some of them take a refusal for an answer. */
export function manyClients(options: Omit<Asking, 'clientCount'>) {
  const plain = workload({
    ...options,
    clients: ['p1', 'p2', 'p3'],
    persistence: 'never',
    fromMicros: STARTED_MICROS,
    gapMicrosMax: 400 * MS,
  })
  return [...patientClients({ gapMicrosMax: 600 * MS, ...options, clientCount: 12 }), ...plain]
}

/** Nothing that the others send reaches one node after the other; clients do. */
export function deafInTurn(nodeCount: number): readonly NemesisStep[] {
  const nodes = nodeIds(nodeCount)
  return nodes.flatMap((node, round) => {
    const at = 1_200 * MS + round * 1_000 * MS
    const name = `deaf-${round}`
    const from = nodes.filter((other) => other !== node)
    return [
      { at, fault: { kind: 'one-way', from, to: [node], name } },
      { at: at + 700 * MS, fault: { kind: 'heal', name } },
    ] as const
  })
}

export const visible: readonly Check[] = [
  {
    id: 'nothing-commits',
    title: 'A leader hears clients and no majority, and they go on asking',
    claims: CLAIMS,
    seedCount: 7,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/14-compaction/nothing-commits',
        seed,
        nodeCount: 3,
        nemesis: takeTurnsAlone({
          nodeCount: 3,
          fromMicros: 1_200 * MS,
          cutMicros: 800 * MS,
          restMicros: 300 * MS,
          rounds: 3,
          clientsOf: () => [],
        }),
        settings: SETTINGS,
        operations: manyClients({ seed, nodeCount: 3, untilMicros: 4_400 * MS }),
        safetyMicros: 4_500 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'full-of-old-entries',
    title: 'A new leader finds its log full of entries that nobody committed',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/14-compaction/full-of-old-entries',
        seed,
        nodeCount: 3,
        nemesis: deafInTurn(3),
        settings: SETTINGS,
        operations: manyClients({ seed, nodeCount: 3, untilMicros: 4_200 * MS }),
        safetyMicros: 4_300 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'follower-far-behind',
    title: 'A node is gone for long, and so are the entries that it lacks',
    claims: [...CLAIMS, snapshotsStaySmall(SNAPSHOT_BYTES_MAX)],
    seedCount: 6,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/14-compaction/follower-far-behind',
        seed,
        nodeCount: 3,
        nemesis: [
          {
            at: 900 * MS,
            fault: {
              kind: 'crash',
              target: { kind: 'node', node: `n${(seed % 3) + 1}` },
              unsynced: 'lost',
              moment: { kind: 'now' },
              downMicros: 2_200 * MS,
            },
          },
        ],
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount: 3,
          clientCount: 6,
          untilMicros: 3_600 * MS,
          gapMicrosMax: 200 * MS,
          isSmall: true,
        }),
        safetyMicros: 4 * SECOND,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'crash-and-restart',
    title: 'Nodes crash and start again, on a network that loses messages',
    claims: CLAIMS,
    seedCount: 7,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/14-compaction/crash-and-restart',
        seed,
        nodeCount: 3,
        network: LOSSY,
        nemesis: raftSwarm(seed, 3, ['crash', 'isolate'], FAULTS_MICROS),
        settings: SETTINGS,
        operations: patientClients({ seed, nodeCount: 3, untilMicros: FAULTS_MICROS }),
        safetyMicros: 5 * SECOND,
        lastPersistence: 'always',
      }),
  },
]
