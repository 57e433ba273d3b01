/**
 * Which sending an event of a trace belongs to, in the words of a `DeliveryChoice`: the link and
 * the count on it. It is how "lose this message" is said of a message in a diagram.
 */
import type { EventId, Micros, Trace, TraceEvent } from '../trace/event.ts'

export interface Sending {
  readonly from: string
  readonly to: string
  /** Counted from 1 on the directed link; requests and answers count on the links of clients. */
  readonly index: number
  readonly sentBy: EventId
  readonly sentAt: Micros
  /** After how long each copy arrived, in this run; empty when it was lost or is under way. */
  readonly delaysMicros: readonly Micros[]
}

/** Undefined for events that are about no message, request or answer. Linear in the events. */
export function sendingOf({ events }: Trace, event: EventId): Sending | undefined {
  const sent = sentBy(events, events[event])
  const link = sent && linkOf(sent)
  if (sent === undefined || link === undefined) return undefined
  let index = 0
  const delaysMicros: Micros[] = []
  for (const other of events) {
    if (other.id <= sent.id && isOn(other, link)) index++
    if (other.kind === ARRIVALS[sent.kind] && other.cause === sent.id)
      delaysMicros.push(other.at - sent.at)
  }
  return { ...link, index, sentBy: sent.id, sentAt: sent.at, delaysMicros }
}

/** What happens where it arrives. */
const ARRIVALS: Partial<Record<TraceEvent['kind'], TraceEvent['kind']>> = {
  send: 'receive',
  invoke: 'request',
  retry: 'request',
  reply: 'complete',
}

interface DirectedLink {
  readonly from: string
  readonly to: string
}

/** The event that put on its way what this one is about. */
function sentBy(
  events: readonly TraceEvent[],
  event: TraceEvent | undefined,
): TraceEvent | undefined {
  switch (event?.kind) {
    case 'send':
    case 'invoke':
    case 'retry':
    case 'reply':
      return event
    case 'receive':
    case 'request':
    case 'drop':
    case 'duplicate':
    case 'complete': {
      const cause = events[event.cause]
      // A client that gives up was answered by nobody.
      return event.kind === 'complete' && cause?.kind !== 'reply' ? undefined : cause
    }
    default:
      return undefined
  }
}

function linkOf(event: TraceEvent): DirectedLink | undefined {
  switch (event.kind) {
    case 'send':
      return { from: event.node, to: event.to }
    case 'invoke':
    case 'retry':
      return { from: event.client, to: event.node }
    case 'reply':
      return { from: event.node, to: event.client }
    default:
      return undefined
  }
}

function isOn(event: TraceEvent, { from, to }: DirectedLink): boolean {
  const link = linkOf(event)
  return link?.from === from && link.to === to
}
