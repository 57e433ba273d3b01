/** Questions about a trace that panels beside the diagram ask. */
import {
  type EventId,
  formatSeconds,
  type Json,
  type NodeId,
  type Timeline,
  type Trace,
  WorldView,
} from '#core'

export interface FieldState {
  readonly name: string
  readonly value: Json
  /** What it was before the present step, when that differs; undefined when it is as before. */
  readonly before?: Json | undefined
  readonly hasChanged: boolean
}

export interface NodeState {
  readonly id: NodeId
  readonly condition: 'up' | 'down' | 'paused'
  readonly fields: readonly FieldState[]
}

/** What each node shows after `last`, and what of it is new since before `first`. */
export function nodesAt(timeline: Timeline, first: EventId, last: EventId): readonly NodeState[] {
  const { world } = timeline.after(last)
  const before = timeline.after(first - 1).world
  return world.nodeIds.map((id) => {
    const { isUp, isPaused, fields } = world.node(id)
    return {
      id,
      condition: isPaused ? 'paused' : isUp ? 'up' : 'down',
      fields: [...fields].map(([name, value]) => {
        const old = before.node(id).fields.get(name)
        const hasChanged = JSON.stringify(old) !== JSON.stringify(value)
        return { name, value, hasChanged, ...(hasChanged ? { before: old } : {}) }
      }),
    }
  })
}

/** The whole trace taken into account: what every message held. */
export function viewOf({ header, events }: Trace): WorldView {
  const view = new WorldView(header)
  for (const event of events) view.fold(event)
  return view
}

/** One sentence about the whole run. */
export function summarizeTrace({ header, events }: Trace): string {
  const count = (kind: string) => events.filter((event) => event.kind === kind).length
  const parts = [
    `${header.nodes.length} nodes`,
    ...(header.clients.length > 0 ? [counted(header.clients.length, 'client')] : []),
    `${events.length} events in ${formatSeconds(events.at(-1)?.at ?? 0)}`,
    ...(count('cut') > 0 ? [counted(count('cut'), 'cut')] : []),
    ...(count('crash') > 0 ? [counted(count('crash'), 'crash', 'crashes')] : []),
    ...(count('drop') > 0 ? [counted(count('drop'), 'lost message')] : []),
  ]
  return `Run with seed ${header.seed}: ${parts.join(', ')}.`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
