/** When a run was cut, and into which sides. */
import type { Link, Micros, NodeId, Trace } from '../../trace/event.ts'

/** A stretch of a run in which the same cuts were in force. */
export interface CutWindow {
  readonly fromMicros: Micros
  /** The end of the run for the last window. */
  readonly toMicros: Micros
  /** The cuts in words, joined by commas; the empty string while nothing is cut. */
  readonly label: string
  /**
   * Nodes that can still talk to each other, both ways, if need be through others of their
   * side; each node is on one side, in the order of the scenario. A one-way cut or a bridge
   * may leave everybody on one side.
   */
  readonly sides: readonly (readonly NodeId[])[]
}

/** All windows of a trace in order of time, those without a cut included; none is empty. */
export function cutWindows({ header, events }: Trace): readonly CutWindow[] {
  const windows: CutWindow[] = []
  const cuts = new Map<number, { readonly label: string; readonly links: readonly Link[] }>()
  let fromMicros = 0
  const close = (toMicros: Micros, isLast = false): void => {
    if (toMicros === fromMicros && !isLast) return
    const inForce = [...cuts.values()]
    const label = inForce.map((cut) => cut.label).join(', ')
    const sides = sidesOf(
      header.nodes,
      inForce.flatMap((cut) => cut.links),
    )
    windows.push({ fromMicros, toMicros, label, sides })
    fromMicros = toMicros
  }
  for (const event of events) {
    if (event.kind !== 'cut' && event.kind !== 'heal') continue
    close(event.at)
    if (event.kind === 'cut') cuts.set(event.cut, event)
    else cuts.delete(event.cut)
  }
  close(events.at(-1)?.at ?? 0, true)
  return windows
}

/** The window of this moment; a moment between two belongs to the later one. */
export function windowAt(windows: readonly CutWindow[], at: Micros): CutWindow | undefined {
  return windows.findLast(({ fromMicros }) => fromMicros <= at)
}

/** The side of the node in this window. */
export function sideOf({ sides }: CutWindow, node: NodeId): readonly NodeId[] {
  return sides.find((side) => side.includes(node)) ?? [node]
}

/** Connected components of the nodes, over links that work both ways. */
function sidesOf(nodes: readonly NodeId[], links: readonly Link[]): readonly (readonly NodeId[])[] {
  const severed = new Set(links.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]))
  const sides: NodeId[][] = []
  const placed = new Set<NodeId>()
  for (const node of nodes) {
    if (placed.has(node)) continue
    const side = [node]
    placed.add(node)
    // The side grows while it is read: each newcomer brings its own neighbours.
    for (const member of side) {
      for (const other of nodes) {
        if (placed.has(other) || severed.has(`${member} ${other}`)) continue
        placed.add(other)
        side.push(other)
      }
    }
    sides.push(nodes.filter((other) => side.includes(other)))
  }
  return sides
}
