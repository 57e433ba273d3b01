/** What the step about broadcast is tried in: clients that put items on a shared list and off it. */
import {
  answersAlone,
  bytesInBounds,
  type Claim,
  type ClientOperation,
  causalOrder,
  type NodeId,
  noCreation,
  noDuplication,
  nodeIds,
  observedRemoves,
  Prng,
  reliableAgreement,
  validity,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ask, clientOf, moments } from './scenarios.ts'

/** How long a node may take to answer its client, with nobody else in reach. */
const ANSWER_MICROS_MAX = 50 * MS
/** How long the healed network may take to bring everything everywhere. */
const HEALED_MICROS_MAX = 2 * SECOND

/** The most telling first. */
export const LIST_CLAIMS: readonly Claim[] = [
  noCreation(),
  noDuplication(),
  causalOrder(),
  observedRemoves(),
  answersAlone(ANSWER_MICROS_MAX),
  validity({ withinMicros: HEALED_MICROS_MAX }),
  reliableAgreement({ withinMicros: HEALED_MICROS_MAX }),
]

/** What the nodes may still say once all is told. */
export const LITTLE_TRAFFIC: Claim = bytesInBounds({
  graceMicros: HEALED_MICROS_MAX,
  perSecondMax: 40_000,
  perRequestMax: 4_000,
  source:
    'Demers et al. 1987, Epidemic Algorithms for Replicated Database Maintenance, section 1.3 (anti-entropy compares before it sends)',
})

const ITEMS = ['bread', 'milk', 'tea'] as const

interface ListWorkload {
  readonly seed: number
  /** Tells the ids of two workloads of one run apart. */
  readonly name?: string
  readonly nodes: readonly NodeId[]
  readonly fromMicros: number
  readonly untilMicros: number
  readonly gapMicrosMax: number
}

/** Each client adds and removes a few items over and over: adds a little more often. */
export function listWorkload(options: ListWorkload): readonly ClientOperation[] {
  const prng = new Prng(options.seed, `list from ${options.fromMicros}`)
  return options.nodes
    .flatMap((node) => moments(prng, options).map((at) => ({ at, node })))
    .sort((a, b) => a.at - b.at)
    .map(({ at, node }, index) => {
      const op = prng.chance(600) ? 'add' : 'remove'
      const id = `${clientOf(node)}-${options.name ?? ''}${index + 1}`
      return ask(node, at, { id, op, item: prng.pick(ITEMS) })
    })
}

/** A few more commands after everything is healed, so that there is something to tell. */
export function lastCommands(seed: number, nodeCount: number, safetyMicros: number) {
  return listWorkload({
    seed: seed + 1,
    name: 'last-',
    nodes: nodeIds(nodeCount),
    fromMicros: safetyMicros,
    untilMicros: safetyMicros + 300 * MS,
    gapMicrosMax: 150 * MS,
  })
}
