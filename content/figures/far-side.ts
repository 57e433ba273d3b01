/** A network with a near and a far side, for figures that compare what waiting costs. */
import type { NemesisStep, NodeId } from '#core'
import { linkDelays } from './network.ts'

/**
 * The last node is far from the others, which are four times as close to each other. c1 is in the
 * building of the first node and c2 in that of the last, so their own journeys take no time.
 *
 * @param rttMs round trip between the far side and the others
 */
export function farSideLinks(nodes: readonly NodeId[], rttMs: number): readonly NemesisStep[] {
  const [first = '', last = ''] = [nodes[0], nodes.at(-1)]
  const pairs = nodes.flatMap((from, index) =>
    nodes.slice(index + 1).map((to) => [`${from},${to}`, to === last ? rttMs : rttMs / 4] as const),
  )
  return linkDelays(Object.fromEntries(pairs), { c1: first, c2: last }, 0)
}
