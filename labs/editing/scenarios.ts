/** The groups of nodes that work apart: their clients, the links between them, and what goes wrong. */
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
import { MS, SECOND } from '../shared-scenarios/units.ts'

/** How the links between nodes behave. The client of a node sits beside it, on a perfect link. */
export interface Weather {
  readonly lossPermille: number
  readonly duplicatePermille: number
  readonly delayMicrosMax: number
}

/** Loses and repeats some messages, and lets many overtake each other. */
export const ROUGH: Weather = {
  lossPermille: 200,
  duplicatePermille: 200,
  delayMicrosMax: 120 * MS,
}

/** Repeats half of the messages, some of them much later. */
export const REPEATING: Weather = {
  lossPermille: 0,
  duplicatePermille: 500,
  delayMicrosMax: 200 * MS,
}

/** Loses nothing and repeats nothing, but keeps no order. */
export const OVERTAKING: Weather = {
  lossPermille: 0,
  duplicatePermille: 0,
  delayMicrosMax: 200 * MS,
}

interface ApartOptions {
  readonly id: string
  readonly nodeCount: number
  readonly weather?: Weather
  readonly nemesis?: readonly NemesisStep[]
  readonly operations: readonly ClientOperation[]
  readonly settings?: Scenario['settings']
  /** How long things go wrong; then everything is healed. */
  readonly safetyMicros: number
  /** How long the healed network is watched. */
  readonly livenessMicros: number
}

/** A few nodes, each with a client of its own. */
export function apart(options: ApartOptions): Scenario {
  const { id, nodeCount, weather, nemesis = [], operations, settings = {} } = options
  const links = weather === undefined ? [] : [badLinks(nodeCount, weather)]
  return {
    id,
    nodes: nodeIds(nodeCount),
    clients: [...new Set(operations.map(({ client }) => client))].sort(),
    network: DEFAULT_NETWORK,
    nemesis: [...links, ...nemesis].sort((a, b) => a.at - b.at),
    operations,
    settings,
    safetyMicros: options.safetyMicros,
    livenessMicros: options.livenessMicros,
    budgets: DEFAULT_BUDGETS,
  }
}

function badLinks(nodeCount: number, weather: Weather): NemesisStep {
  const nodes = nodeIds(nodeCount)
  const whole = { ...weather, delayMicrosMin: DEFAULT_NETWORK.delayMicrosMin }
  return { at: 0, fault: { kind: 'degrade', from: nodes, to: nodes, weather: whole } }
}

/** The client beside a node: `c2` beside `n2`. */
export function clientOf(node: NodeId): string {
  return node.replace('n', 'c')
}

/** How long a client waits for the node beside it, which has no reason to let it wait. */
const TIMEOUT_MICROS = 2 * SECOND

/** An operation of the client beside a node. */
export function ask(node: NodeId, at: number, body: Json): ClientOperation {
  return { at, client: clientOf(node), node, body, timeoutMicros: TIMEOUT_MICROS }
}

interface MomentsOptions {
  readonly fromMicros: number
  readonly untilMicros: number
  /** The longest time between two of them. */
  readonly gapMicrosMax: number
}

/** Moments at random distances from each other. */
export function moments(prng: Prng, options: MomentsOptions): readonly number[] {
  const { fromMicros, untilMicros, gapMicrosMax } = options
  const all: number[] = []
  let at = fromMicros + prng.between(MS, gapMicrosMax)
  for (; at < untilMicros; at += prng.between(MS, gapMicrosMax)) all.push(at)
  return all
}

/** Everybody alone, from `at` on until `untilMicros`. Clients stay with their nodes. */
export function everybodyAlone(
  nodeCount: number,
  { at, untilMicros }: { readonly at: number; readonly untilMicros: number },
): readonly NemesisStep[] {
  const name = `alone at ${at}`
  const groups = nodeIds(nodeCount).map((node) => [node])
  return [
    { at, fault: { kind: 'partition', groups, name } },
    { at: untilMicros, fault: { kind: 'heal', name } },
  ]
}

/** Random faults between nodes, from the start to `untilMicros`. */
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
    fromMicros: 20 * MS,
    untilMicros,
    gapMicrosMin: 100 * MS,
    gapMicrosMax: 500 * MS,
    lengthMicrosMin: 100 * MS,
    lengthMicrosMax: 700 * MS,
    // Nobody is special among equals.
    favourite: { field: 'role', value: 'none' },
  })
}

/** Nodes that crash one after the other at random moments, most of them in the middle of something. */
export function crashes(
  seed: number,
  nodeCount: number,
  untilMicros: number,
): readonly NemesisStep[] {
  const prng = new Prng(seed, 'crashes')
  const times = { fromMicros: 50 * MS, untilMicros, gapMicrosMax: 400 * MS }
  return moments(prng, times).map((at) => {
    const node = prng.pick(nodeIds(nodeCount))
    const afterEffects = prng.between(0, 6)
    return {
      at,
      fault: {
        kind: 'crash',
        target: { kind: 'node', node },
        unsynced: prng.pick(['lost', 'kept', 'prefix'] as const),
        moment: prng.chance(700) ? { kind: 'mid-call', afterEffects } : { kind: 'now' },
        downMicros: prng.between(20 * MS, 200 * MS),
      },
    }
  })
}

/** A size by seed. */
export function sizeFor(seed: number, sizes: readonly number[]): number {
  return new Prng(seed, 'size').pick(sizes)
}
