/** Runs a model of a system on seeded workloads, for tests of what it promises. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type Json,
  type NemesisStep,
  Prng,
  runSeed,
  type Scenario,
  type Trace,
} from '#core'
import { ClassHost, type NodeClass } from '#systems/class-host.ts'

export const MS = 1_000

export interface Workload {
  readonly nodes: readonly string[]
  readonly clients: readonly string[]
  readonly operationsPerClient: number
  /** The body of a client's next operation, and the node that gets it. */
  readonly next: (random: Prng, client: string) => { readonly node: string; readonly body: Json }
  readonly settings: { readonly [name: string]: Json }
  readonly nemesis?: readonly NemesisStep[]
  readonly lossPermille?: number
}

const LENGTH_MS = 900

/** The same workload for the same seed, in a network with widely varying delays. */
export function runWorkload(node: NodeClass, workload: Workload, seed: number): Trace {
  const random = new Prng(seed, 'workload')
  const operations: ClientOperation[] = workload.clients.flatMap((client) =>
    Array.from({ length: workload.operationsPerClient }, () => random.between(10, 500) * MS)
      .sort((a, b) => a - b)
      .map((at) => ({ at, client, ...workload.next(random, client), timeoutMicros: 300 * MS })),
  )
  const scenario: Scenario = {
    id: 'workload',
    nodes: workload.nodes,
    clients: workload.clients,
    network: {
      ...DEFAULT_NETWORK,
      delayMicrosMax: 40 * MS,
      tailPermille: 200,
      tailMicrosMax: 150 * MS,
      lossPermille: workload.lossPermille ?? 0,
    },
    nemesis: workload.nemesis ?? [],
    operations,
    settings: workload.settings,
    safetyMicros: LENGTH_MS * MS,
    livenessMicros: LENGTH_MS * MS,
    budgets: DEFAULT_BUDGETS,
  }
  const check = { id: 'workload', title: '', claims: [], seedCount: 1, scenario: () => scenario }
  const { result, trace } = runSeed({ check, seed, host: new ClassHost(node), keepTrace: true })
  if (trace === undefined || result.outcome.kind !== 'pass') {
    throw new Error(`seed ${seed}: ${JSON.stringify(result.outcome)}`)
  }
  return trace
}

/** The number of seeds, of `count`, whose run keeps what `holds` asks. */
export function seedsThatHold(count: number, holds: (seed: number) => boolean): number {
  return Array.from({ length: count }, (_, index) => index + 1).filter(holds).length
}
