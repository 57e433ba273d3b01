/** What the step about the cart is tried in: a family with several devices and one cart. */
import {
  type Claim,
  type ClientOperation,
  cartHoldsWhatWasPut,
  convergesWithin,
  nodeIds,
  noteIsNotOverwritten,
  Prng,
  strongConvergence,
} from '#core'
import { SECOND } from '../shared-scenarios/units.ts'
import { ask, clientOf, moments } from './scenarios.ts'

/** The most telling first. */
export const CART_CLAIMS: readonly Claim[] = [
  cartHoldsWhatWasPut(),
  noteIsNotOverwritten(),
  strongConvergence(),
  convergesWithin({ withinMicros: 2 * SECOND }),
]

const ITEMS = ['bread', 'tea'] as const

interface Shopping {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly untilMicros: number
  readonly gapMicrosMax: number
}

/** Everybody adds, removes and writes notes; each note is another text. */
export function shopping(options: Shopping): readonly ClientOperation[] {
  const prng = new Prng(options.seed, 'shopping')
  return nodeIds(options.nodeCount).flatMap((node) =>
    moments(prng, options).map((at, index) => {
      const id = `${clientOf(node)}-${index + 1}`
      const item = prng.pick(ITEMS)
      const op = prng.pick(['add', 'add', 'add', 'note', 'note', 'remove', 'remove'] as const)
      const more =
        op === 'add'
          ? { count: prng.between(1, 3) }
          : op === 'note'
            ? { note: `note ${index + 1} of ${clientOf(node)}` }
            : {}
      return ask(node, at, { id, op, item, ...more })
    }),
  )
}
