/** What the step about the stock is tried in: more customers than pieces, on all sides of a cut. */
import {
  answersAlone,
  bytesInBounds,
  type Claim,
  type ClientOperation,
  neverOversold,
  nodeIds,
  Prng,
  sellsItsPart,
  sellsTheLast,
  sellsWhileItCan,
  sharesAddUp,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ask, clientOf, moments } from './scenarios.ts'

/** How long a shop may keep a customer waiting. */
export const PATIENCE_MICROS_MAX = SECOND
/** How long after the last fault a customer must get the last piece. */
const GRACE_MICROS = 300 * MS

/** The most telling first. */
export function stockClaims(stock: number): readonly Claim[] {
  return [
    neverOversold({ stock }),
    sharesAddUp({ stock }),
    sellsWhileItCan(),
    sellsItsPart({ stock }),
    answersAlone(PATIENCE_MICROS_MAX),
    sellsTheLast({ stock, graceMicros: GRACE_MICROS }),
  ]
}

/** What the shops may say to each other. */
export const STOCK_TRAFFIC: Claim = bytesInBounds({
  graceMicros: 0,
  perSecondMax: 40_000,
  perRequestMax: 8_000,
  source: 'the step: whoever lacks a piece asks a few times, and nobody says more than is asked',
})

interface Customers {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly untilMicros: number
  readonly gapMicrosMax: number
}

/** Customers of every shop, who want one piece or two. */
export function customers(options: Customers): readonly ClientOperation[] {
  const prng = new Prng(options.seed, 'customers')
  return nodeIds(options.nodeCount).flatMap((node) =>
    moments(prng, options).map((at, index) => {
      const count = prng.chance(750) ? 1 : 2
      return ask(node, at, { id: `${clientOf(node)}-${index + 1}`, op: 'buy', count })
    }),
  )
}

/** One customer who goes from shop to shop in a healthy network and buys what is left. */
export function lastCustomer(
  seed: number,
  {
    nodeCount,
    fromMicros,
    count,
  }: {
    readonly nodeCount: number
    readonly fromMicros: number
    readonly count: number
  },
): readonly ClientOperation[] {
  const prng = new Prng(seed, 'last customer')
  const nodes = nodeIds(nodeCount)
  return Array.from({ length: count }, (_, index) => ({
    at: fromMicros + GRACE_MICROS + (index + 1) * 30 * MS,
    client: 'c9',
    node: prng.pick(nodes),
    body: { id: `last-${index + 1}`, op: 'buy', count: index % 4 === 1 ? 2 : 1 },
    timeoutMicros: 2 * SECOND,
  }))
}
