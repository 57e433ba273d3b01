/** Clusters whose members change while clients ask, and the operators who change them. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type Json,
  type NemesisStep,
  type NetworkOptions,
  type NodeId,
  nodeIds,
  type Scenario,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ELECTION_MICROS_MAX } from './service-claims.ts'
import { clientIds, STARTED_MICROS, workload } from './service-scenarios.ts'

/** What an operator asks for, one after the other. */
export function add(node: NodeId): Json {
  return { op: 'add-member', node }
}

export function remove(node: NodeId): Json {
  return { op: 'remove-member', node }
}

export function transfer(to: NodeId): Json {
  return { op: 'transfer', to }
}

export interface OperatorOptions {
  readonly client: string
  readonly fromMicros: number
  readonly gapMicros: number
  readonly commands: readonly Json[]
  /** Whom the operator asks, in turn. */
  readonly nodes: readonly NodeId[]
  readonly timeoutMicros?: number
  /** How long it waits before it asks the next node. */
  readonly everyMicros?: number
}

/** An operator asks until somebody does it, then goes on to the next change. */
export function operator(options: OperatorOptions): readonly ClientOperation[] {
  const { client, fromMicros, gapMicros, commands, nodes } = options
  const { timeoutMicros = 4 * SECOND, everyMicros = ATTEMPT_MICROS } = options
  return commands.map((body, index) => ({
    at: fromMicros + index * gapMicros,
    client,
    node: nodes[index % nodes.length] as NodeId,
    body,
    timeoutMicros,
    retry: { everyMicros, nodes },
  }))
}

export interface MemberOptions {
  readonly id: string
  readonly seed: number
  /** All nodes of the run, members or not. */
  readonly nodeCount: number
  /** The first so many are members at the start. */
  readonly memberCount: number
  readonly network?: NetworkOptions
  readonly nemesis?: readonly NemesisStep[]
  readonly operators?: readonly ClientOperation[]
  /** How many clients read and write all the time. */
  readonly clientCount?: number
  readonly gapMicrosMax?: number
  readonly safetyMicros: number
  readonly settings?: Scenario['settings']
  /** How long the healthy cluster at the end is asked, and then rests. */
  readonly lastMicros?: number
  readonly restMicros?: number
}

const RESTING_MICROS = 1_900 * MS
/** How long a client or an operator waits for one node. */
const ATTEMPT_MICROS = 120 * MS
/** Small, so that snapshots are taken in every run. */
const LOG_ENTRIES_MAX = 16

/** Clients that may ask strangers first must not wait long for each. */
function impatient(operation: ClientOperation): ClientOperation {
  const { retry } = operation
  return retry === undefined
    ? operation
    : { ...operation, retry: { ...retry, everyMicros: ATTEMPT_MICROS } }
}

/** A cluster of changing members; it ends with a phase in which every request is answered. */
export function memberScenario(options: MemberOptions): Scenario {
  const { id, seed, nodeCount, memberCount, safetyMicros, network = DEFAULT_NETWORK } = options
  const { clientCount = 2, lastMicros = 800 * MS, restMicros = RESTING_MICROS } = options
  const asking = { nodeCount, persistence: 'always' } as const
  const gapMicrosMax = options.gapMicrosMax ?? 160 * MS
  const fromMicros = safetyMicros + ELECTION_MICROS_MAX
  const during = workload({
    ...asking,
    seed,
    clients: clientIds(clientCount),
    fromMicros: STARTED_MICROS,
    untilMicros: safetyMicros,
    gapMicrosMax,
  })
  const last = workload({
    ...asking,
    seed: seed + 1,
    clients: ['c8', 'c9'],
    fromMicros,
    untilMicros: fromMicros + lastMicros,
    gapMicrosMax,
  })
  const operations = [...[...during, ...last].map(impatient), ...(options.operators ?? [])]
  return {
    id,
    nodes: nodeIds(nodeCount),
    clients: [...new Set(operations.map(({ client }) => client))].sort(),
    network,
    nemesis: options.nemesis ?? [],
    operations,
    settings: {
      members: nodeIds(memberCount),
      logEntriesMax: LOG_ENTRIES_MAX,
      ...options.settings,
    },
    safetyMicros,
    livenessMicros: ELECTION_MICROS_MAX + lastMicros + restMicros,
    budgets: DEFAULT_BUDGETS,
  }
}
