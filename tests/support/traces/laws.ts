/** Laws that every monitor keeps, tried on random scripts. */
import fc from 'fast-check'
import type { Claim, EventId, TraceEvent } from '#core'
import { firstViolation } from './judge.ts'
import { traceOf } from './trace-script.ts'

const FACTOR = Number(process.env.NETSPLIT_FUZZ ?? 1)

/** How many scripts a law tries: `NETSPLIT_FUZZ=10` tries ten times as many. */
export function fuzzRuns(usual: number): number {
  return Math.ceil(usual * FACTOR)
}

/** How long a law may take before it counts as hanging. */
export const FUZZ_LIMIT = { timeout: 60_000 * Math.max(1, FACTOR) }

/** How often a law saw its claim hold and break: a law that saw only one of them is blind. */
export interface Seen {
  readonly held: number
  readonly broke: number
}

export interface TwinOptions {
  readonly claim: Claim
  /** Random scripts (see trace-script.ts), one line for each step. */
  readonly scripts: fc.Arbitrary<readonly string[]>
  /** Judges a whole trace from scratch. */
  readonly holds: (events: readonly TraceEvent[]) => boolean
  readonly runs: number
}

/**
 * The monitor names the very event at which a plain rescan of all events so far first
 * fails, on random scripts.
 * @throws when they differ, with the seed and the smallest script
 */
export function agreesWithTwin({ claim, scripts, holds, runs }: TwinOptions): Seen {
  const seen = { held: 0, broke: 0 }
  fc.assert(
    fc.property(scripts, (lines) => {
      const trace = traceOf(lines.join('\n'))
      const expected = firstFailure(trace.events, holds)
      const found = firstViolation(claim, trace)?.event
      if (found !== expected) {
        throw new Error(`the monitor says ${name(found)}, a rescan says ${name(expected)}`)
      }
      if (expected === undefined) seen.held++
      else seen.broke++
    }),
    { numRuns: runs },
  )
  return seen
}

function firstFailure(
  events: readonly TraceEvent[],
  holds: (events: readonly TraceEvent[]) => boolean,
): EventId | undefined {
  for (let length = 1; length <= events.length; length++) {
    if (!holds(events.slice(0, length))) return events[length - 1]?.id
  }
  return undefined
}

function name(event: EventId | undefined): string {
  return event === undefined ? 'that it holds' : `event ${event}`
}
