/** Reads the trace that a frame tells of: its text may have been made up by whoever's code ran. */
import { decodeTrace, type Trace, type TraceEvent, TraceFormatError, whyUnsound } from '#core'

/**
 * Undefined for what cannot be a trace.
 * @param before events that the text goes on from
 */
export function readForeignTrace(
  text: string,
  before: readonly TraceEvent[] = [],
): Trace | undefined {
  try {
    const { header, events } = decodeTrace(text)
    const trace = { header, events: [...before, ...events] }
    return whyUnsound(trace) === undefined ? trace : undefined
  } catch (error) {
    if (error instanceof TraceFormatError) return undefined
    throw error
  }
}
