/**
 * Two runs side by side: up to where they are one, and which events of the rest have a
 * twin in the other. It is how a what-if shows what it changed.
 */
import { firstDifference } from '../trace/compare.ts'
import type { EventId, Trace, TraceEvent } from '../trace/event.ts'
import { FIELDS, type FieldValues } from '../trace/fields.ts'

export interface RunComparison {
  /** How many events the two share from the beginning. */
  readonly shared: number
  /** The twin in the other run by event, for events after the shared ones. */
  readonly twins: ReadonlyMap<EventId, EventId>
  /** Events that happened in one run only, in order. */
  readonly onlyInOurs: readonly EventId[]
  readonly onlyInTheirs: readonly EventId[]
}

/**
 * Twins are events that say the same, whenever they happened: the third time that n1 sends
 * this to n2 in one run is the twin of the third time in the other. Linear in the events.
 */
export function compareRuns(ours: Trace, theirs: Trace): RunComparison {
  const shared = firstDifference(ours, theirs) ?? ours.events.length
  const unmatched = new Map<string, EventId[]>()
  for (const [key, id] of sayings(theirs, shared)) {
    const ids = unmatched.get(key)
    if (ids === undefined) unmatched.set(key, [id])
    else ids.push(id)
  }
  const twins = new Map<EventId, EventId>()
  const onlyInOurs: EventId[] = []
  // Reversed, so that the first twin is taken from the end in constant time.
  for (const ids of unmatched.values()) ids.reverse()
  for (const [key, id] of sayings(ours, shared)) {
    const twin = unmatched.get(key)?.pop()
    if (twin === undefined) onlyInOurs.push(id)
    else twins.set(id, twin)
  }
  const onlyInTheirs = [...unmatched.values()].flat().sort((a, b) => a - b)
  return { shared, twins, onlyInOurs, onlyInTheirs }
}

/** Numbers that a run hands out in order: equal events may have different ones. */
const NUMBERS = new Set(['message', 'copy', 'operation', 'cut'])

/** What each event from `shared` on says, without times and numbers. */
function* sayings({ events }: Trace, shared: number): Generator<readonly [string, EventId]> {
  const bodies = new Map<number, string>()
  for (const event of events) {
    if (event.kind === 'send') bodies.set(event.message, event.body)
    if (event.kind === 'duplicate') bodies.set(event.copy, bodies.get(event.message) ?? '')
    if (event.id >= shared) yield [sayingOf(event, bodies), event.id]
  }
}

function sayingOf(event: TraceEvent, bodies: ReadonlyMap<number, string>): string {
  const values = FIELDS[event.kind]
    .filter(({ name }) => !NUMBERS.has(name))
    .map(({ name }) => (event as unknown as FieldValues)[name])
  const body =
    'message' in event && typeof event.message === 'number' ? bodies.get(event.message) : ''
  return JSON.stringify([event.kind, values, body ?? ''])
}
