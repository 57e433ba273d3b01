/** Clusters that serve clients: what the clients ask, and the faults in which they do. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type Json,
  type NemesisStep,
  type NetworkOptions,
  type NodeId,
  nodeIds,
  Prng,
  type Scenario,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ELECTION_MICROS_MAX } from './service-claims.ts'

/**
 * What a client does with a refusal, and with silence.
 *
 * - `never`: it takes both for an answer; a refusal ends its operation.
 * - `redirected`: it follows a refusal that names a node, and asks nobody twice.
 * - `always`: it asks again, until somebody carries it out.
 */
type Persistence = 'never' | 'redirected' | 'always'

/** How long a client waits before it gives an operation up. */
const TIMEOUT_MICROS = 1_500 * MS
/** The same for a client that asks again: long enough to still ask when all is healed. */
const TIMEOUT_OF_RETRIES_MICROS = 8 * SECOND
/** How long a client that asks again waits for one node. */
const ATTEMPT_MICROS = 250 * MS

type KeyUse = 'appended' | 'replaced'

/** Two keys: the value of one grows, and that of the other is set. */
const KEYS: readonly (readonly [key: string, use: KeyUse])[] = [
  ['x', 'appended'],
  ['y', 'replaced'],
]

interface WorkloadOptions {
  readonly seed: number
  readonly nodeCount: number
  readonly clients: readonly string[]
  readonly persistence: Persistence
  readonly fromMicros: number
  readonly untilMicros: number
  /** The longest time between two operations of one client. */
  readonly gapMicrosMax: number
  /** Whom a client asks first; a node at random when left out. */
  readonly nodeOf?: (client: string) => NodeId
  /** Only writes of values that no other operation writes. */
  readonly isWriteOnly?: boolean
  /** Only commands that replace values, so that the data stays small. */
  readonly isSmall?: boolean
}

/** Commands with values that name their client and count on. */
class Commands {
  readonly #prng: Prng
  readonly #values = new Map<string, string>()
  #count = 0

  constructor(seed: number) {
    this.#prng = new Prng(seed, 'commands')
  }

  write(client: string): Json {
    return { op: 'put', key: this.#prng.pick(KEYS)[0], value: this.#value(client) }
  }

  any(client: string, keys: typeof KEYS): Json {
    const [key, use] = this.#prng.pick(keys)
    const op = this.#prng.pick(
      use === 'appended'
        ? (['append', 'append', 'get', 'get'] as const)
        : (['put', 'cas', 'cas', 'get'] as const),
    )
    if (op === 'get') return { op, key }
    const value = this.#value(client)
    if (op === 'append') return { op, key, value }
    // What the last command would leave behind: with several clients it is often true.
    const expected = this.#values.get(key) ?? null
    this.#values.set(key, value)
    return op === 'put' ? { op, key, value } : { op, key, expected, value }
  }

  /** Ends with a mark, so that no value is a part of another. */
  #value(client: string): string {
    return `${client}.${++this.#count};`
  }
}

/** Operations of each client at random times, to random nodes; equal options give equal ones. */
export function workload(options: WorkloadOptions): readonly ClientOperation[] {
  const { seed, nodeCount, clients, persistence, fromMicros, untilMicros, gapMicrosMax } = options
  const { nodeOf = () => prng.pick(nodes), isWriteOnly = false, isSmall = false } = options
  const keys = isSmall ? KEYS.filter(([, use]) => use === 'replaced') : KEYS
  const prng = new Prng(seed, `workload ${clients.join(' ')}`)
  const nodes = nodeIds(nodeCount)
  const plan: { readonly at: number; readonly client: string; readonly node: NodeId }[] = []
  for (const client of clients) {
    let at = fromMicros + prng.between(0, gapMicrosMax)
    for (; at < untilMicros; at += prng.between(MS, gapMicrosMax)) {
      plan.push({ at, client, node: nodeOf(client) })
    }
  }
  const commands = new Commands(prng.between(0, 1_000_000))
  return plan
    .sort((a, b) => a.at - b.at)
    .map(({ at, client, node }) => ({
      at,
      client,
      node,
      body: isWriteOnly ? commands.write(client) : commands.any(client, keys),
      ...patienceOf(persistence, nodes),
    }))
}

function patienceOf(
  persistence: Persistence,
  nodes: readonly NodeId[],
): Pick<ClientOperation, 'timeoutMicros' | 'retry'> {
  switch (persistence) {
    case 'never':
      return { timeoutMicros: TIMEOUT_MICROS }
    case 'redirected':
      // Longer than it waits at all, so that it never asks again by itself.
      return {
        timeoutMicros: TIMEOUT_MICROS,
        retry: { everyMicros: 2 * TIMEOUT_MICROS, nodes },
      }
    case 'always':
      return {
        timeoutMicros: TIMEOUT_OF_RETRIES_MICROS,
        retry: { everyMicros: ATTEMPT_MICROS, nodes },
      }
  }
}

interface ServiceOptions {
  readonly id: string
  readonly seed: number
  readonly nodeCount: number
  readonly network?: NetworkOptions
  readonly nemesis?: readonly NemesisStep[]
  readonly operations: readonly ClientOperation[]
  readonly settings?: Scenario['settings']
  /** Length of the phase with faults. */
  readonly safetyMicros: number
  /** What the clients do once the cluster is healed and has had time to elect a leader. */
  readonly lastPersistence: Persistence
}

/** How long clients ask in the healthy cluster at the end, and how long it then may rest. */
const LAST_ASKING_MICROS = 600 * MS
const LAST_RESTING_MICROS = 1_900 * MS

/** A cluster with clients; it ends with a phase in which every request must be answered. */
export function serviceScenario(options: ServiceOptions): Scenario {
  const { id, seed, nodeCount, network = DEFAULT_NETWORK, nemesis = [], safetyMicros } = options
  const readers = ['r1', 'r2']
  const fromMicros = safetyMicros + ELECTION_MICROS_MAX
  const last = workload({
    seed: seed + 1,
    nodeCount,
    clients: readers,
    persistence: options.lastPersistence,
    fromMicros,
    untilMicros: fromMicros + LAST_ASKING_MICROS,
    gapMicrosMax: 150 * MS,
  })
  const operations = [...options.operations, ...last]
  return {
    id,
    nodes: nodeIds(nodeCount),
    clients: [...new Set(operations.map(({ client }) => client))].sort(),
    network,
    nemesis,
    operations,
    settings: options.settings ?? {},
    safetyMicros,
    livenessMicros: ELECTION_MICROS_MAX + LAST_ASKING_MICROS + LAST_RESTING_MICROS,
    budgets: DEFAULT_BUDGETS,
  }
}

/** Messages between nodes are lost and repeated so often; those of clients are not. */
export function badLinksBetween(
  nodeCount: number,
  weather: { readonly lossPermille: number; readonly duplicatePermille: number },
): NemesisStep {
  const nodes = nodeIds(nodeCount)
  const { delayMicrosMin, delayMicrosMax } = DEFAULT_NETWORK
  const whole = { ...weather, delayMicrosMin, delayMicrosMax }
  return { at: 0, fault: { kind: 'degrade', from: nodes, to: nodes, weather: whole } }
}

interface TakeTurnsOptions {
  readonly nodeCount: number
  /** The clients of each node, which are cut off together with it. */
  readonly clientsOf: (node: NodeId) => readonly string[]
  readonly fromMicros: number
  readonly cutMicros: number
  readonly restMicros: number
  readonly rounds: number
}

/**
 * Each node in turn is alone with its clients for a while: whoever leads finds itself with
 * clients and without a majority, and comes back to a log that went on without it.
 */
export function takeTurnsAlone(options: TakeTurnsOptions): readonly NemesisStep[] {
  const { nodeCount, clientsOf, fromMicros, cutMicros, restMicros, rounds } = options
  const nodes = nodeIds(nodeCount)
  const clients = [...new Set(nodes.flatMap(clientsOf))]
  return Array.from({ length: rounds }, (_, round) => {
    const node = nodes[round % nodeCount] as NodeId
    const at = fromMicros + round * (cutMicros + restMicros)
    const alone = [node, ...clientsOf(node)]
    const others = [...nodes, ...clients].filter((name) => !alone.includes(name))
    const name = `alone-${round}`
    return [
      { at, fault: { kind: 'partition', groups: [alone, others], name } },
      { at: at + cutMicros, fault: { kind: 'heal', name } },
    ] as const
  }).flat()
}

/** Names `count` clients: `c1`, `c2`, … */
export function clientIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `c${index + 1}`)
}

/** When a cluster that starts anew can be expected to have a leader. */
export const STARTED_MICROS = 700 * MS
/** How long the faults of most checks go on. */
export const FAULTS_MICROS = 4 * SECOND
