/** The clusters, networks, clients and faults in which the solutions of this lab are tried. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type FaultKind,
  type Json,
  type NemesisStep,
  type NetworkOptions,
  type NodeId,
  nodeIds,
  Prng,
  type Scenario,
  swarmNemesis,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'

/** How long a client waits: longer than any node may take to answer. */
const TIMEOUT_MICROS = 1_300 * MS

/** Every message takes as long as every other: what starts together arrives together. */
export const EVEN: NetworkOptions = {
  ...DEFAULT_NETWORK,
  delayMicrosMin: 4 * MS,
  delayMicrosMax: 4 * MS,
}

const KEYS = ['x', 'y']

export interface Workload {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly untilMicros: number
  /** The longest time between two operations of one client. */
  readonly gapMicrosMax: number
  /** Two keys when left out. */
  readonly keys?: readonly string[]
  /** Tells the clients and their values from those of another workload. */
  readonly name?: string
  /** In a thousand: how many operations are puts. */
  readonly putPermille?: number
}

/**
 * A client at each node, which asks nobody else: `c2` asks `n2`. Each put has a value of its own,
 * which names its client. Equal options give equal operations.
 */
export function workload(options: Workload): readonly ClientOperation[] {
  const { seed, nodeCount, fromMicros, untilMicros, gapMicrosMax } = options
  const { keys = KEYS, name = 'c', putPermille = 500 } = options
  const prng = new Prng(seed, `workload ${name}`)
  return nodeIds(nodeCount).flatMap((node, index) => {
    const client = `${name}${index + 1}`
    const operations: ClientOperation[] = []
    let at = fromMicros + prng.between(0, gapMicrosMax)
    for (; at < untilMicros; at += prng.between(5 * MS, gapMicrosMax)) {
      const key = prng.pick(keys)
      const isPut = prng.chance(putPermille)
      const value = `${client}.${operations.length + 1}`
      operations.push(operation(at, client, node, isPut ? put(key, value) : get(key)))
    }
    return operations
  })
}

export function put(key: string, value: string): Json {
  return { op: 'put', key, value }
}

export function get(key: string): Json {
  return { op: 'get', key }
}

/** An operation that the client sends once. */
export function operation(at: number, client: string, node: NodeId, body: Json): ClientOperation {
  return { at, client, node, body, timeoutMicros: TIMEOUT_MICROS }
}

export interface StoreScenario {
  readonly id: string
  readonly nodeCount: number
  readonly settings: Scenario['settings']
  readonly network?: NetworkOptions
  readonly nemesis?: readonly NemesisStep[]
  readonly operations: readonly ClientOperation[]
  readonly safetyMicros: number
  readonly livenessMicros?: number
}

/** How long the healthy end of a run is: for a last round of requests and for what follows it. */
const LIVENESS_MICROS = 2 * SECOND

/** A cluster with clients. */
export function storeScenario(options: StoreScenario): Scenario {
  const { id, nodeCount, settings, network = DEFAULT_NETWORK, nemesis = [] } = options
  const operations = [...options.operations].sort((a, b) => a.at - b.at)
  return {
    id,
    nodes: nodeIds(nodeCount),
    clients: [...new Set(operations.map(({ client }) => client))].sort(),
    network,
    nemesis,
    operations,
    settings,
    safetyMicros: options.safetyMicros,
    livenessMicros: options.livenessMicros ?? LIVENESS_MICROS,
    budgets: DEFAULT_BUDGETS,
  }
}

/** Each client reads each key once all is healed, and again. */
export function lastReads(nodeCount: number, fromMicros: number, keys = KEYS) {
  return nodeIds(nodeCount).flatMap((node, index) =>
    [...keys, ...keys].map((key, turn) =>
      operation(fromMicros + turn * 60 * MS + index * 7 * MS, `e${index + 1}`, node, get(key)),
    ),
  )
}

/**
 * Between nodes, messages are late, so that they overtake each other, and repeated or lost so
 * often in a thousand. Those of clients are not: what a node is asked twice it does twice.
 */
export function badLinks(
  nodeCount: number,
  weather: { readonly lossPermille: number; readonly duplicatePermille: number },
): NemesisStep {
  const nodes = nodeIds(nodeCount)
  const late = { delayMicrosMin: MS, delayMicrosMax: 90 * MS }
  return {
    at: 0,
    fault: { kind: 'degrade', from: nodes, to: nodes, weather: { ...weather, ...late } },
  }
}

/** Random faults of these kinds, from 100 ms on. */
export function faults(
  seed: number,
  nodeCount: number,
  kinds: readonly FaultKind[],
  untilMicros: number,
): readonly NemesisStep[] {
  return swarmNemesis({
    seed,
    nodes: nodeIds(nodeCount),
    kinds,
    fromMicros: 100 * MS,
    untilMicros,
    gapMicrosMin: 50 * MS,
    gapMicrosMax: 400 * MS,
    lengthMicrosMin: 50 * MS,
    lengthMicrosMax: 500 * MS,
    favourite: { field: 'copies', value: '' },
  })
}

/** The nodes in a random order. */
export function shuffled(seed: number, nodeCount: number): readonly NodeId[] {
  const prng = new Prng(seed, 'order of nodes')
  const left = [...nodeIds(nodeCount)]
  return Array.from({ length: nodeCount }, () => {
    const [node] = left.splice(prng.between(0, left.length - 1), 1)
    return node as NodeId
  })
}

interface Rounds {
  readonly rounds: number
  readonly everyMicros: number
}

/** Splits the nodes again and again, each time in another way; clients stay with their node. */
export function cuts(
  seed: number,
  nodeCount: number,
  { rounds, everyMicros }: Rounds,
): readonly NemesisStep[] {
  return Array.from({ length: rounds }, (_, round) => {
    const order = shuffled(seed * 31 + round, nodeCount)
    const smaller = 1 + ((seed + round) % Math.max(1, Math.floor(nodeCount / 2)))
    const groups = [order.slice(0, smaller), order.slice(smaller)]
    const at = 150 * MS + round * everyMicros
    const name = `cut-${round}`
    return [
      { at, fault: { kind: 'partition', groups, name } },
      { at: at + Math.floor(everyMicros * 0.7), fault: { kind: 'heal', name } },
    ] as const
  }).flat()
}

/** One node after the other is cut off from the other nodes for a while; its client is not. */
export function isolations(
  seed: number,
  nodeCount: number,
  { rounds, everyMicros }: Rounds,
): readonly NemesisStep[] {
  const order = shuffled(seed, nodeCount)
  return Array.from({ length: rounds }, (_, round) => {
    const alone = order[round % nodeCount] as NodeId
    const groups = [[alone], order.filter((node) => node !== alone)]
    const at = 100 * MS + round * everyMicros
    const name = `alone-${round}`
    return [
      { at, fault: { kind: 'partition', groups, name } },
      { at: at + Math.floor(everyMicros * 0.8), fault: { kind: 'heal', name } },
    ] as const
  }).flat()
}

/** One node after the other crashes right after it has sent something, and is back soon. */
export function crashesAfterSends(
  seed: number,
  nodeCount: number,
  { rounds, everyMicros }: Rounds,
): readonly NemesisStep[] {
  const order = shuffled(seed, nodeCount)
  return Array.from({ length: rounds }, (_, round) => ({
    at: 150 * MS + round * everyMicros,
    fault: {
      kind: 'crash',
      target: { kind: 'node', node: order[round % nodeCount] as NodeId },
      unsynced: 'lost',
      moment: { kind: 'after-send', containing: '' },
      downMicros: Math.floor(everyMicros / 2),
    } as const,
  }))
}
