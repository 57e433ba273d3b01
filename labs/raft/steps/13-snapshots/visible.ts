/** The checks that learners see and run in their browser. */
import {
  type Check,
  type Claim,
  compactsInTime,
  type NemesisStep,
  nodeIds,
  Prng,
  type UnsyncedWrites,
} from '#core'
import { MS, SECOND } from '../../../shared-scenarios/units.ts'
import { powerCut } from '../../crash-scenarios.ts'
import { sizeFor } from '../../scenarios.ts'
import { EXACTLY_ONCE, FIXED_SAFETY, LIVENESS } from '../../service-claims.ts'
import { clientIds, STARTED_MICROS, serviceScenario, workload } from '../../service-scenarios.ts'

/** How many entries a log may hold in most of these checks: `this.logEntriesMax`. */
const ENTRIES_MAX = 8
/** The same where a crash has to fall just when a snapshot is stored. */
const FEW_ENTRIES_MAX = 4

export const SETTINGS = { logEntriesMax: ENTRIES_MAX } as const

/** What must hold in every run in which a log may hold so many entries. */
function claimsFor(entriesMax: number): readonly Claim[] {
  return [...FIXED_SAFETY, compactsInTime({ entriesMax }), ...EXACTLY_ONCE, ...LIVENESS]
}

export const CLAIMS = claimsFor(ENTRIES_MAX)

interface Asking {
  readonly seed: number
  readonly nodeCount: number
  readonly untilMicros: number
  readonly clientCount?: number
  readonly gapMicrosMax?: number
}

const CLIENT_COUNT = 4
/** Whoever asks, unless a scenario says how many. */
export const CLIENTS = clientIds(CLIENT_COUNT)

/** Clients that ask again until somebody answers. */
export function patientClients(options: Asking) {
  const { clientCount = CLIENT_COUNT, gapMicrosMax = 200 * MS } = options
  return workload({
    ...options,
    clients: clientIds(clientCount),
    persistence: 'always',
    fromMicros: STARTED_MICROS,
    gapMicrosMax,
  })
}

/** One node after the other misses what the rest goes on with, for longer than logs reach. */
export function leftBehind(seed: number, nodeCount: number): readonly NemesisStep[] {
  const order = new Prng(seed, 'who is left behind').shuffle(nodeIds(nodeCount))
  return order.slice(0, 3).flatMap((node, round) => {
    const at = (1_200 + round * 1_100) * MS
    const name = `behind-${round}`
    return [
      { at, fault: { kind: 'isolate', target: { kind: 'node', node }, name } },
      { at: at + 800 * MS, fault: { kind: 'heal', name } },
    ] as const
  })
}

/** Crashes between any two effects, every other moment, of one node after the other. */
function crashesInside(seed: number, nodeCount: number, untilMs: number): readonly NemesisStep[] {
  const prng = new Prng(seed, 'crashes inside handlers')
  const steps: NemesisStep[] = []
  for (let ms = 900; ms < untilMs; ms += prng.between(40, 120)) {
    const unsynced = prng.pick<UnsyncedWrites>(['lost', 'kept', 'prefix', 'prefix'])
    steps.push({
      at: ms * MS,
      fault: {
        kind: 'crash',
        target: { kind: 'node', node: prng.pick(nodeIds(nodeCount)) },
        unsynced,
        moment: { kind: 'mid-call', afterEffects: prng.between(1, 8) },
        downMicros: 20 * MS,
      },
    })
  }
  return steps
}

export const visible: readonly Check[] = [
  {
    id: 'log-stays-short',
    title: 'A healthy network, and more commands than a log may hold',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/13-snapshots/log-stays-short',
        seed,
        nodeCount,
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: 2 * SECOND,
        }),
        safetyMicros: 2 * SECOND,
        lastPersistence: 'redirected',
      })
    },
  },
  {
    id: 'follower-left-behind',
    title: 'A node comes back to a leader that no longer has the entries it lacks',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) => {
      const nodeCount = sizeFor(seed, [3, 5])
      return serviceScenario({
        id: 'raft/13-snapshots/follower-left-behind',
        seed,
        nodeCount,
        nemesis: leftBehind(seed, nodeCount),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount,
          untilMicros: 4_500 * MS,
        }),
        safetyMicros: 4_500 * MS,
        lastPersistence: 'always',
      })
    },
  },
  {
    id: 'all-start-again',
    title: 'All nodes crash at once, twice',
    claims: CLAIMS,
    seedCount: 6,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/13-snapshots/all-start-again',
        seed,
        nodeCount: 3,
        nemesis: [1_700, 2_900].flatMap((ms) => powerCut(3, { at: ms * MS, downMicros: 100 * MS })),
        settings: SETTINGS,
        operations: patientClients({
          seed,
          nodeCount: 3,
          untilMicros: 3_500 * MS,
        }),
        safetyMicros: 3_500 * MS,
        lastPersistence: 'always',
      }),
  },
  {
    id: 'crash-inside-a-handler',
    title: 'Nodes crash between any two effects, again and again',
    claims: claimsFor(FEW_ENTRIES_MAX),
    seedCount: 10,
    scenario: (seed) =>
      serviceScenario({
        id: 'raft/13-snapshots/crash-inside-a-handler',
        seed,
        nodeCount: 3,
        nemesis: crashesInside(seed, 3, 4_000),
        settings: { logEntriesMax: FEW_ENTRIES_MAX },
        operations: patientClients({
          seed,
          nodeCount: 3,
          untilMicros: 4 * SECOND,
        }),
        safetyMicros: 4_500 * MS,
        lastPersistence: 'always',
      }),
  },
]
