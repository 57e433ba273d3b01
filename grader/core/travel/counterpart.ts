/** Where one stands in the other of two runs that are compared. */
import type { EventId, Trace } from '../trace/event.ts'
import type { RunComparison } from './compare-runs.ts'

export interface ComparedRuns {
  readonly ours: Trace
  readonly theirs: Trace
  /** Of `ours` with `theirs`. */
  readonly comparison: RunComparison
}

/**
 * The event of the other run that stands for `event`: itself up to where the two part, then
 * its twin, and without one what had happened last by that time.
 */
export function counterpart(
  event: EventId,
  side: 'ours' | 'theirs',
  { ours, theirs, comparison }: ComparedRuns,
): EventId {
  if (event < comparison.shared) return event
  const [here, there] = side === 'ours' ? [ours, theirs] : [theirs, ours]
  const twin = side === 'ours' ? comparison.twins.get(event) : twinOf(event, comparison.twins)
  if (twin !== undefined) return twin
  const at = here.events[event]?.at ?? 0
  const last = there.events.findLastIndex((other) => other.at <= at)
  return Math.max(0, last)
}

function twinOf(event: EventId, twins: ReadonlyMap<EventId, EventId>): EventId | undefined {
  for (const [ours, theirs] of twins) if (theirs === event) return ours
  return undefined
}
