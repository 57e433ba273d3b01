/**
 * From a trace to the marks of a space-time drawing: which lane, when, what. Pure, and free
 * of any direction: the component turns lanes and times into x and y.
 */

import { operationsOf, type RunOperation } from '#content/figures/operations.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { Trace, TraceEvent } from '#core'
import { answerOf, askedOf } from './labels.ts'
import { lanesOf } from './lanes.ts'
import { type LaneSpan, severedBands, timesDown } from './network-marks.ts'

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
  /** It broke a promise, or speaks for what did. */
  readonly isMarked: boolean
}

/** What a node shows from a moment on. */
export interface Holding {
  readonly lane: number
  readonly at: number
  readonly text: string
}

export interface Drawing {
  readonly lanes: readonly string[]
  /** Which of the lanes are nodes. */
  readonly nodeLanes: readonly number[]
  readonly untilMicros: number
  readonly arrows: readonly Arrow[]
  readonly bars: readonly Bar[]
  readonly holdings: readonly Holding[]
  /** Between two lanes nothing flows, one way or both. */
  readonly cuts: readonly (LaneSpan & { readonly nextLane: number })[]
  /** A node is down, or rests. */
  readonly outages: readonly LaneSpan[]
  /** What happened to the clock of a node. */
  readonly clocks: readonly Holding[]
}

/** How the figure words and arranges things. */
export type DrawingWords = Pick<
  RunFigure,
  | 'messageLabel'
  | 'commandLabel'
  | 'answerLabel'
  | 'isNoise'
  | 'stateLabel'
  | 'lanes'
  | 'untilMicros'
>

/** @param marks numbers of operations to ring */
export function drawingOf(trace: Trace, words: DrawingWords, marks: readonly number[]): Drawing {
  const operations = operationsOf(trace)
  const lanes = words.lanes ?? lanesOf(trace.header, firstAsked(operations))
  const laneOf = (name: string) => lanes.indexOf(name)
  const untilMicros = words.untilMicros ?? trace.events.at(-1)?.at ?? 0
  const shown = trace.events.filter(({ at }) => at <= untilMicros)
  const place = { events: shown, all: trace.events, laneOf, untilMicros }
  const nodeLanes = lanes.flatMap((name, lane) => (trace.header.nodes.includes(name) ? [lane] : []))
  return {
    lanes,
    nodeLanes,
    untilMicros,
    arrows: [...messageArrows(place, words), ...clientArrows(place)],
    bars: operations
      .filter(({ startedAt }) => startedAt < untilMicros)
      .map((operation) => ({
        operation: operation.operation,
        lane: laneOf(operation.client),
        from: operation.startedAt,
        to: Math.min(operation.endedAt ?? untilMicros, untilMicros),
        label: `${askedOf(operation.command, words)} → ${answerOf(operation, words)}`,
        outcome: operation.outcome,
        isMarked: marks.includes(operation.operation),
      })),
    holdings: holdingsOf(place, words),
    cuts: severedBands({ ...place, lanes, nodeLanes }),
    outages: timesDown(place),
    clocks: clockMarks(place),
  }
}

interface Place {
  /** Those before the end of the axis. */
  readonly events: readonly TraceEvent[]
  readonly all: readonly TraceEvent[]
  laneOf(name: string): number
  readonly untilMicros: number
}

function firstAsked(operations: readonly RunOperation[]): ReadonlyMap<string, string> {
  const asked = new Map<string, string>()
  for (const { client, node } of operations) if (!asked.has(client)) asked.set(client, node)
  return asked
}

/** A lost message ends after so long, half-way to where it was going. */
const HALF_A_DELAY = 5_500

function messageArrows(place: Place, words: DrawingWords): readonly Arrow[] {
  const { events, all, laneOf, untilMicros } = place
  const ends = new Map<number, TraceEvent>()
  for (const event of all) {
    if (event.kind === 'receive' || event.kind === 'drop') ends.set(event.message, event)
  }
  const arrows: Arrow[] = []
  for (const sent of events) {
    if (sent.kind !== 'send' || words.isNoise?.(sent.body)) continue
    const { id, message, node, to, at, body } = sent
    const base = { event: id, from: laneOf(node), to: laneOf(to), sentAt: at }
    const label = words.messageLabel(body)
    const end = ends.get(message)
    if (end?.kind === 'receive' && end.at <= untilMicros) {
      arrows.push({ ...base, endsAt: end.at, label, kind: 'message' })
    } else if (end?.kind === 'drop') {
      arrows.push({ ...base, endsAt: at + HALF_A_DELAY, label, kind: 'lost' })
    }
  }
  return arrows
}

/**
 * Requests and answers. Every one that arrives names the event that caused it, and so does the
 * loss of one: a `drop` without a message. An answer may come after its client gave up.
 */
function clientArrows({ events, all, laneOf }: Place): readonly Arrow[] {
  const arrows: Arrow[] = []
  const add = (
    cause: TraceEvent,
    way: { readonly from: string; readonly to: string },
    end: Pick<Arrow, 'endsAt' | 'kind'>,
  ) =>
    arrows.push({
      event: cause.id,
      from: laneOf(way.from),
      to: laneOf(way.to),
      sentAt: cause.at,
      label: '',
      ...end,
    })
  for (const event of events) {
    const cause = all[event.cause]
    if (cause === undefined) continue
    const arrived = { endsAt: event.at, kind: 'client' } as const
    if (event.kind === 'request') add(cause, { from: event.client, to: event.node }, arrived)
    if (event.kind === 'complete' && cause.kind === 'reply') {
      add(cause, { from: cause.node, to: event.client }, arrived)
    }
    if (event.kind === 'drop' && event.message === 0) {
      const lost = { endsAt: cause.at + HALF_A_DELAY, kind: 'lost' } as const
      add(cause, event, event.reason === 'gave-up' ? arrived : lost)
    }
  }
  return arrows
}

/** A box for each change of what a node shows. */
function holdingsOf({ events, laneOf }: Place, { stateLabel }: DrawingWords): readonly Holding[] {
  if (stateLabel === undefined) return []
  const states = new Map<string, TraceEvent & { kind: 'observe' }>()
  const shown = new Map<string, string>()
  const holdings: Holding[] = []
  for (const event of events) {
    if (event.kind === 'boot') states.delete(event.node)
    if (event.kind !== 'observe') continue
    const fields = { ...states.get(event.node)?.fields, ...event.fields }
    states.set(event.node, { ...event, fields })
    const text = stateLabel(fields)
    if (text === '' || shown.get(event.node) === text) continue
    shown.set(event.node, text)
    holdings.push({ lane: laneOf(event.node), at: event.at, text })
  }
  return holdings
}

function clockMarks({ events, laneOf }: Place): readonly Holding[] {
  return events
    .filter((event) => event.kind === 'skew')
    .map(({ node, at, offsetMicros, driftPpm }) => {
      const offset = `${offsetMicros < 0 ? '−' : '+'}${Math.abs(offsetMicros) / 1_000} ms`
      const text = driftPpm === 0 ? `clock ${offset}` : `clock ${offset}, ${driftPpm} ppm`
      return { lane: laneOf(node), at, text }
    })
}
