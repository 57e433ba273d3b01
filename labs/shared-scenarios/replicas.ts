/**
 * Replicas that serve their clients alone and tell each other afterwards: what the clients ask,
 * and the networks and faults in which they do. Each client asks the node of its own number.
 */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type FaultKind,
  type Json,
  type NemesisStep,
  type NodeId,
  nodeIds,
  Prng,
  type Scenario,
  swarmNemesis,
} from '#core'
import { MS } from './units.ts'

/** A client waits so long for its node; more than any delay of a request and its answer. */
const TIMEOUT_MICROS = 300 * MS
/** After the faults clients go on for so long, and then let the nodes come to agree. */
const LAST_ASKING_MICROS = 200 * MS
/** How long nodes may take to agree after the last request; see `convergesWithin`. */
export const AGREEMENT_MICROS_MAX = 1_500 * MS

/** Draws what a client asks for; `number` counts the commands of the run, from 1. */
export type DrawCommand = (prng: Prng, client: string, number: number) => Json

export interface ReplicasOptions {
  readonly id: string
  readonly seed: number
  readonly nodeCount: number
  readonly command: DrawCommand
  /** The longest time between two commands of one client. */
  readonly gapMicrosMax?: number
  readonly nemesis?: readonly NemesisStep[]
  /** Length of the phase with faults. */
  readonly safetyMicros: number
  /** Times at which each node is asked to try its merge on what it has seen. */
  readonly lawsAt?: readonly number[]
  /** Commands at certain times, as well as those drawn. */
  readonly operations?: readonly ClientOperation[]
  /** False when only `operations` are asked for. */
  readonly isDrawn?: boolean
}

/** A cluster of replicas; it ends with a healthy phase in which all must come to agree. */
export function replicasScenario(options: ReplicasOptions): Scenario {
  const { id, nodeCount, nemesis = [], safetyMicros, lawsAt = [], isDrawn = true } = options
  const nodes = nodeIds(nodeCount)
  const drawn = isDrawn ? drawnOperations(options, nodes) : []
  const laws = lawsAt.flatMap((at) =>
    nodes.map((node, index) =>
      askAt(at + index * MS, { client: 'q1', node, body: { op: 'laws' } }),
    ),
  )
  const operations = [...drawn, ...laws, ...(options.operations ?? [])].sort((a, b) => a.at - b.at)
  return {
    id,
    nodes,
    clients: [...new Set(operations.map(({ client }) => client))].sort(),
    network: DEFAULT_NETWORK,
    nemesis,
    operations,
    settings: {},
    safetyMicros,
    livenessMicros: LAST_ASKING_MICROS + TIMEOUT_MICROS + AGREEMENT_MICROS_MAX + 100 * MS,
    budgets: DEFAULT_BUDGETS,
  }
}

/** One command of a client, at the node that it names. */
export function askAt(
  at: number,
  { client, node, body }: Pick<ClientOperation, 'client' | 'node' | 'body'>,
): ClientOperation {
  return { at, client, node, body, timeoutMicros: TIMEOUT_MICROS }
}

function drawnOperations(
  { seed, command, gapMicrosMax = 250 * MS, safetyMicros }: ReplicasOptions,
  nodes: readonly NodeId[],
): readonly ClientOperation[] {
  const prng = new Prng(seed, 'clients of replicas')
  const untilMicros = safetyMicros + LAST_ASKING_MICROS
  const plan: { readonly at: number; readonly node: NodeId }[] = []
  for (const node of nodes) {
    let at = prng.between(5 * MS, gapMicrosMax)
    for (; at < untilMicros; at += prng.between(20 * MS, gapMicrosMax)) plan.push({ at, node })
  }
  return plan
    .sort((a, b) => a.at - b.at)
    .map(({ at, node }, index) => {
      const client = node.replace('n', 'c')
      return askAt(at, { client, node, body: command(prng, client, index + 1) })
    })
}

/** Messages between nodes are lost, repeated and late so often; those of clients are not. */
export function badLinks(
  nodeCount: number,
  { lossPermille = 0, duplicatePermille = 0, delayMicrosMax = 80 * MS },
): NemesisStep {
  const nodes = nodeIds(nodeCount)
  const weather = { lossPermille, duplicatePermille, delayMicrosMin: MS, delayMicrosMax }
  return { at: 0, fault: { kind: 'degrade', from: nodes, to: nodes, weather } }
}

/** Random faults among the nodes from 100 ms on. */
export function replicaSwarm(
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
    gapMicrosMin: 100 * MS,
    gapMicrosMax: 600 * MS,
    lengthMicrosMin: 50 * MS,
    lengthMicrosMax: 600 * MS,
    // Replicas are all alike: nobody is a favourite.
    favourite: { field: 'role', value: 'nobody' },
  })
}

/** Two sides that do not hear each other, and heal: who is on which side depends on the seed. */
export function cutInTwo(
  seed: number,
  nodeCount: number,
  { fromMicros, untilMicros }: { readonly fromMicros: number; readonly untilMicros: number },
): readonly NemesisStep[] {
  const prng = new Prng(seed, 'two sides')
  const shuffled = prng.shuffle(nodeIds(nodeCount))
  const size = prng.between(1, nodeCount - 1)
  const groups = [shuffled.slice(0, size), shuffled.slice(size)]
  return [
    { at: fromMicros, fault: { kind: 'partition', groups, name: 'sides' } },
    { at: untilMicros, fault: { kind: 'heal', name: 'sides' } },
  ]
}

/** One node after the other crashes and loses what it has not synced. */
export function crashInTurn(
  nodeCount: number,
  {
    fromMicros,
    everyMicros,
    times,
  }: { readonly fromMicros: number; readonly everyMicros: number; readonly times: number },
): readonly NemesisStep[] {
  const nodes = nodeIds(nodeCount)
  return Array.from({ length: times }, (_, round) => ({
    at: fromMicros + round * everyMicros,
    fault: {
      kind: 'crash',
      target: { kind: 'node', node: nodes[round % nodeCount] as NodeId },
      unsynced: 'lost',
      moment: { kind: 'now' },
      downMicros: 60 * MS,
    },
  }))
}

/** A value by seed, such as a cluster size. */
export function bySeed<T>(seed: number, values: readonly T[]): T {
  return new Prng(seed, 'choice').pick(values)
}
