/** What the nemesis did, as areas of a drawing: cuts between lanes, nodes that are down. */
import type { TraceEvent } from '#core'

export interface LaneSpan {
  readonly lane: number
  readonly from: number
  readonly to: number
  readonly label: string
}

interface Place {
  readonly events: readonly TraceEvent[]
  laneOf(name: string): number
  readonly untilMicros: number
}

/**
 * For each cut a band between lanes that stand beside each other, where the cut lies between
 * them. Nodes stand beside each other even with a client between. A cut between lanes that are
 * far apart has no band; the table of events tells of it.
 */
export function severedBands({
  events,
  laneOf,
  untilMicros,
  lanes,
  nodeLanes,
}: Place & { readonly lanes: readonly string[]; readonly nodeLanes: readonly number[] }) {
  const pairs = neighbours(lanes.length, nodeLanes)
  return events.flatMap((event) => {
    if (event.kind !== 'cut') return []
    const severed = new Set(event.links.map(({ from, to }) => `${laneOf(from)},${laneOf(to)}`))
    const healed = events.find(
      (later) => later.kind === 'heal' && later.cut === event.cut && later.id > event.id,
    )
    const span = { from: event.at, to: healed?.at ?? untilMicros }
    return pairs.flatMap(([lane, nextLane]) => {
      const onward = severed.has(`${lane},${nextLane}`)
      const back = severed.has(`${nextLane},${lane}`)
      if (!(onward || back)) return []
      const label =
        onward && back
          ? 'cut'
          : `${lanes[onward ? lane : nextLane]} to ${lanes[onward ? nextLane : lane]} cut`
      return [{ ...span, lane, nextLane, label }]
    })
  })
}

/** Pairs of lanes that stand beside each other, clients left out where two nodes are meant. */
function neighbours(count: number, nodeLanes: readonly number[]): readonly [number, number][] {
  const pairs = new Map<string, [number, number]>()
  for (let lane = 0; lane + 1 < count; lane += 1) pairs.set(`${lane}`, [lane, lane + 1])
  for (const [index, lane] of nodeLanes.entries()) {
    const next = nodeLanes[index + 1]
    if (next !== undefined) pairs.set(`${lane},${next}`, [lane, next])
  }
  // Of two pairs with the same ends one is enough.
  return [...new Map([...pairs.values()].map((pair) => [pair.join(), pair])).values()]
}

/** When nodes were down after a crash, or rested. */
export function timesDown({ events, laneOf, untilMicros }: Place): readonly LaneSpan[] {
  return events.flatMap((event) => {
    if (event.kind !== 'crash' && event.kind !== 'pause') return []
    const ends = event.kind === 'crash' ? 'boot' : 'resume'
    const ended = events.find(
      (later) => later.kind === ends && later.node === event.node && later.id > event.id,
    )
    const label = event.kind === 'crash' ? 'down' : 'paused'
    return [{ lane: laneOf(event.node), from: event.at, to: ended?.at ?? untilMicros, label }]
  })
}
