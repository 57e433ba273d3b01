/** Where two traces part. */
import { encodeEvent } from './codec.ts'
import type { EventId, Trace, TraceEvent } from './event.ts'

/**
 * The first event that two runs do not share, or undefined when they are equal. When one
 * is the beginning of the other, it is the first event after its end.
 */
export function firstDifference(ours: Trace, theirs: Trace): EventId | undefined {
  const length = Math.max(ours.events.length, theirs.events.length)
  for (let id = 0; id < length; id++) {
    if (!areEqual(ours.events[id], theirs.events[id])) return id
  }
  return undefined
}

function areEqual(a: TraceEvent | undefined, b: TraceEvent | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return encodeEvent(a) === encodeEvent(b)
}
