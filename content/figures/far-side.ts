/** A network with a near and a far side, for figures that compare what waiting costs. */
import type { NemesisStep, NodeId } from '#core'
import { MS } from './scenes.ts'

/**
 * For nodes of which the last is far from the others, on a network whose links all take half a
 * round trip: makes those short that are not between the sides. c1 is in the building of the
 * first node and c2 in that of the last; the near nodes are four times as close to each other.
 *
 * @param rttMs between the far side and the others
 */
export function farSideLinks(nodes: readonly NodeId[], rttMs: number): readonly NemesisStep[] {
  const near = nodes.slice(0, -1)
  const between = near.flatMap((from) =>
    near.filter((to) => to !== from).map((to) => [from, to, rttMs / 8] as const),
  )
  const toClients = [
    ['c1', nodes[0] ?? '', 0],
    ['c2', nodes.at(-1) ?? '', 0],
  ] as const
  return [...between, ...toClients, ...toClients.map(([a, b, ms]) => [b, a, ms] as const)].map(
    ([from, to, delayMs]): NemesisStep => ({
      at: 0,
      fault: {
        kind: 'degrade',
        from: [from],
        to: [to],
        weather: {
          delayMicrosMin: delayMs * MS,
          delayMicrosMax: delayMs * MS,
          lossPermille: 0,
          duplicatePermille: 0,
        },
      },
    }),
  )
}
