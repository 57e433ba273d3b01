/**
 * Joins what a host says about lines (one record for each handler call) with the events of
 * the trace, so that a story can name the line behind an event.
 *
 * The records may come from a sandbox: whoever reads them there checks that they are counts.
 */

import type { EventId, TraceEvent } from '../trace/event.ts'
import { isCall, isEffect } from '../trace/kinds.ts'

/** A place in a text; line and column from 1, or 0 when it is not known. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The places behind one handler call, in the compiled text. */
export interface CallLines {
  /** Where the handler begins. */
  readonly handler: Place
  /** For each effect that the call asked for, in order; what it shows is not counted. */
  readonly effects: readonly Place[]
  /** Where the call last changed each watched field. */
  readonly fields: Readonly<Record<string, Place>>
}

/** The place behind an event, or behind one field of an `observe`. */
export interface EventLine extends Place {
  readonly event: EventId
  readonly field?: string
}

/**
 * One record for each event that has a known place, in the order of the trace.
 * @param calls one for each handler call of the run, in order
 */
export function eventLines(
  events: readonly TraceEvent[],
  calls: readonly CallLines[],
): readonly EventLine[] {
  const lines: EventLine[] = []
  const add = (event: EventId, { line, column }: Place, field?: string) => {
    if (line > 0) lines.push({ event, line, column, ...(field === undefined ? {} : { field }) })
  }
  let callCount = 0
  let open: { readonly id: EventId; readonly lines: CallLines } | undefined
  let effectCount = 0
  for (const event of events) {
    if (isCall(event)) {
      const found = calls[callCount++]
      open = found === undefined ? undefined : { id: event.id, lines: found }
      effectCount = 0
      if (found !== undefined) add(event.id, found.handler)
    } else if (open !== undefined && event.cause === open.id) {
      const { handler, effects, fields } = open.lines
      if (event.kind === 'observe') {
        for (const name of Object.keys(event.fields)) {
          add(event.id, placeIn(fields, name) ?? handler, name)
        }
      } else if (isEffect(event)) {
        add(event.id, effects[effectCount++] ?? handler)
      }
    }
  }
  return lines
}

/**
 * The place behind an event. A field asks for the line that changed it; without one, an
 * `observe` answers with the line that changed its last field.
 */
export function lineOfEvent(
  lines: readonly EventLine[],
  event: EventId,
  field?: string,
): Place | undefined {
  const here = lines.filter((line) => line.event === event)
  return here.find((line) => line.field === field) ?? here.at(-1)
}

function placeIn(fields: Readonly<Record<string, Place>>, name: string): Place | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
