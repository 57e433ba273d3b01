/** Which faults a story should name: those that touched its nodes, the most telling first. */
import type { EventId, NodeId, TraceEvent } from '../trace/event.ts'
import type { Scene } from './scene.ts'

export interface FaultWindow {
  /** The nodes that the story is about. */
  readonly nodes: readonly NodeId[]
  /** The story's first event and its last. */
  readonly from: EventId
  readonly to: EventId
}

/**
 * Crashes inside the window, then what was in force at its end: cuts, pauses, bad links and
 * wrong clocks. A fault that was over before the window began explains nothing in it.
 */
export function faultsIn(scene: Scene, window: FaultWindow): readonly EventId[] {
  const touches = new Set(window.nodes)
  const crashes = scene
    .backwards(window.to, (event) => event.kind === 'crash' && touches.has(event.node), window.from)
    .toSorted((a, b) => lossOf(b) - lossOf(a))
  const standing = inForce(scene, window.to).filter((event) => concerns(event, touches))
  return [...crashes, ...standing].map(({ id }) => id)
}

function lossOf(event: TraceEvent): number {
  return event.kind === 'crash' ? event.writesLost : 0
}

/** Faults without a crash that have begun and not ended at `at`, newest first. */
function inForce(scene: Scene, at: EventId): readonly TraceEvent[] {
  const standing = new Map<string, TraceEvent>()
  for (const event of scene.trace.events.slice(0, at + 1)) {
    switch (event.kind) {
      case 'cut':
        standing.set(`cut ${event.cut}`, event)
        break
      case 'heal':
        standing.delete(`cut ${event.cut}`)
        break
      case 'pause':
        standing.set(`pause ${event.node}`, event)
        break
      case 'resume':
        standing.delete(`pause ${event.node}`)
        break
      case 'clog':
        standing.set(`clog ${event.from} ${event.to}`, event)
        break
      case 'unclog':
        standing.delete(`clog ${event.from} ${event.to}`)
        break
      case 'degrade':
        standing.set(`degrade ${event.label}`, event)
        break
      case 'restore':
        standing.delete(`degrade ${event.label}`)
        break
      case 'skew':
        if (event.offsetMicros === 0 && event.driftPpm === 0) standing.delete(`skew ${event.node}`)
        else standing.set(`skew ${event.node}`, event)
        break
      case 'phase':
        standing.clear()
        break
      default:
    }
  }
  return [...standing.values()].toSorted((a, b) => weight(b) - weight(a) || b.id - a.id)
}

/** A cut says more than a slow clock. */
function weight(event: TraceEvent): number {
  switch (event.kind) {
    case 'cut':
      return 3
    case 'pause':
      return 2
    case 'clog':
    case 'degrade':
      return 1
    default:
      return 0
  }
}

function concerns(event: TraceEvent, nodes: ReadonlySet<NodeId>): boolean {
  switch (event.kind) {
    case 'cut':
    case 'degrade':
      return event.links.some(({ from, to }) => nodes.has(from) || nodes.has(to))
    case 'clog':
      return nodes.has(event.from) || nodes.has(event.to)
    case 'pause':
    case 'skew':
      return nodes.has(event.node)
    default:
      return false
  }
}
