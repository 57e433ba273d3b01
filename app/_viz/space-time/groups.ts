/**
 * Groups the events of a trace into what a diagram shows as one mark: a handler call
 * with all its effects, or a single event of a client, the network or the nemesis.
 */
import { isEffect, type Micros, siteOf, type Trace, type TraceEvent } from '#core'

export interface Group {
  /** The event that the mark stands for. */
  readonly lead: TraceEvent
  readonly at: Micros
  /** Where it happened: a node or a client; undefined for what concerns the network. */
  readonly place: string | undefined
  /** Effects of a call, and what the network did with them at once. */
  readonly effects: TraceEvent[]
}

export interface Grouping {
  readonly groups: readonly Group[]
  /** Index of the group of each event. */
  readonly groupOf: Int32Array
}

/** Every event is in exactly one group, and groups are in the order of their leads. */
export function groupEvents({ events }: Trace): Grouping {
  const groups: Group[] = []
  const groupOf = new Int32Array(events.length)
  for (const [index, event] of events.entries()) {
    const present = groups.at(-1)
    if (present !== undefined && belongsTo(event, present, groupOf, groups.length - 1)) {
      present.effects.push(event)
    } else {
      groups.push({ lead: event, at: event.at, place: placeOf(event), effects: [] })
    }
    groupOf[index] = groups.length - 1
  }
  return { groups, groupOf }
}

/** True for what the present group's lead led to before anything else happened. */
function belongsTo(event: TraceEvent, group: Group, groupOf: Int32Array, index: number): boolean {
  if (event.at !== group.at || event.cause < 0) return false
  if (isEffect(event)) return event.cause === group.lead.id
  switch (event.kind) {
    case 'threw':
      return event.cause === group.lead.id
    case 'drop':
      // What found its node down, or its client gone on, arrived later, at the other end.
      return event.reason !== 'down' && event.reason !== 'gave-up' && groupOf[event.cause] === index
    case 'duplicate':
      return groupOf[event.cause] === index
    default:
      return false
  }
}

/** The lane on which an event happens: a loss is shown where it was missed. */
function placeOf(event: TraceEvent): string | undefined {
  return event.kind === 'drop' ? event.to : siteOf(event)
}

/** All events of a group, the lead first. */
export function eventsOf({ lead, effects }: Group): readonly TraceEvent[] {
  return [lead, ...effects]
}
