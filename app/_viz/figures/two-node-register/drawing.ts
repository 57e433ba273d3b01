/**
 * From a trace to the marks of a space-time drawing: which lane, when, what. Pure, and free
 * of any direction: the component turns lanes and times into x and y.
 */
import type { Trace } from '#core'
import { historyOf } from './history.ts'
import { messageLabel } from './moments.ts'

/** Neighbours in the drawing are neighbours on the network. */
export const LANES = ['c1', 'n1', 'n2', 'c2'] as const

export interface Arrow {
  readonly event: number
  readonly from: number
  readonly to: number
  readonly sentAt: number
  /** For a lost message: when it would have come half-way. */
  readonly endsAt: number
  readonly label: string
  readonly kind: 'message' | 'client' | 'lost'
}

export interface Bar {
  readonly operation: number
  readonly lane: number
  readonly from: number
  readonly to: number
  readonly label: string
  readonly outcome: 'ok' | 'fail' | 'info'
}

/** The value that a node holds from a moment on. */
export interface Holding {
  readonly lane: number
  readonly at: number
  readonly value: number
}

export interface Drawing {
  readonly untilMicros: number
  readonly arrows: readonly Arrow[]
  readonly bars: readonly Bar[]
  readonly holdings: readonly Holding[]
  readonly cuts: readonly { readonly from: number; readonly to: number }[]
}

const HALF_A_DELAY = 5_500

/** @param untilMicros the end of the time axis */
export function drawingOf(trace: Trace, untilMicros: number): Drawing {
  return {
    untilMicros,
    arrows: [...messageArrows(trace), ...clientArrows(trace)],
    bars: barsOf(trace, untilMicros),
    holdings: holdingsOf(trace),
    cuts: cutsOf(trace, untilMicros),
  }
}

function messageArrows({ events }: Trace): readonly Arrow[] {
  const arrows: Arrow[] = []
  for (const sent of events) {
    if (sent.kind !== 'send') continue
    const { id, message, node, to, at, body } = sent
    const base = { event: id, from: laneOf(node), to: laneOf(to), sentAt: at }
    const label = messageLabel(body)
    const received = events.find((event) => event.kind === 'receive' && event.message === message)
    const dropped = events.some((event) => event.kind === 'drop' && event.message === message)
    if (received !== undefined) {
      arrows.push({ ...base, endsAt: received.at, label, kind: 'message' })
    } else if (dropped) {
      arrows.push({ ...base, endsAt: at + HALF_A_DELAY, label, kind: 'lost' })
    }
  }
  return arrows
}

/** Requests and answers; every one that arrives names the event that caused it. */
function clientArrows({ events }: Trace): readonly Arrow[] {
  const arrows: Arrow[] = []
  for (const event of events) {
    const cause = events[event.cause]
    if (cause === undefined) continue
    if (event.kind === 'request') {
      arrows.push(clientArrow(event.cause, event.client, event.node, cause.at, event.at))
    }
    if (event.kind === 'complete' && cause.kind === 'reply') {
      arrows.push(clientArrow(event.cause, cause.node, event.client, cause.at, event.at))
    }
  }
  return arrows
}

function clientArrow(
  event: number,
  from: string,
  to: string,
  sentAt: number,
  endsAt: number,
): Arrow {
  return { event, from: laneOf(from), to: laneOf(to), sentAt, endsAt, label: '', kind: 'client' }
}

function barsOf(trace: Trace, untilMicros: number): readonly Bar[] {
  return historyOf(trace.events).map((operation) => {
    const { client, command, invokedAt, endedAt, outcome, value } = operation
    const asked = command.kind === 'write' ? `write ${command.value}` : 'read'
    const got =
      outcome === 'ok' ? (value === undefined ? 'ok' : String(value)) : GOT_NOTHING[outcome]
    return {
      operation: operation.operation,
      lane: laneOf(client),
      from: invokedAt,
      to: endedAt ?? untilMicros,
      label: `${asked} → ${got}`,
      outcome,
    }
  })
}

const GOT_NOTHING = { fail: 'error', info: 'no answer' } as const

function holdingsOf({ events }: Trace): readonly Holding[] {
  const holdings: Holding[] = []
  for (const event of events) {
    if (event.kind !== 'observe' || typeof event.fields.value !== 'number') continue
    holdings.push({ lane: laneOf(event.node), at: event.at, value: event.fields.value })
  }
  return holdings
}

function cutsOf({ events }: Trace, untilMicros: number): Drawing['cuts'] {
  return events
    .filter((event) => event.kind === 'cut')
    .map(({ id, at }) => {
      const healed = events.find((event) => event.kind === 'heal' && event.id > id)
      return { from: at, to: healed?.at ?? untilMicros }
    })
}

function laneOf(name: string): number {
  return LANES.findIndex((lane) => lane === name)
}
