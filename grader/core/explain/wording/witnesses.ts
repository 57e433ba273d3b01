/** Finds the events that bear witness: the newest of a kind, and what a call was called for. */

import type { Violation } from '../../check/claim.ts'
import { jsonFields } from '../../json.ts'
import type { EventId, Json, MessageId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'

/** The id of the newest event up to `to` that matches, as a list of at most one. */
export function newest(
  scene: Scene,
  to: EventId,
  matches: (event: TraceEvent) => boolean,
): readonly EventId[] {
  return idsOf(scene.backwards(to, matches).slice(0, 1))
}

export function idsOf(events: readonly TraceEvent[]): readonly EventId[] {
  return events.map(({ id }) => id)
}

/** The handler call in which an event happened, and what it was called for. */
export function callBehind(event: EventId, scene: Scene): readonly EventId[] {
  const here = scene.event(event)
  const call = here && scene.callOf(here)
  if (call === undefined || isFirstStart(call)) return []
  const cause = scene.event(call.cause)
  // That a timer was set explains nothing; that a message was sent does.
  return cause === undefined || cause.kind === 'set-timer' ? [call.id] : [call.id, cause.id]
}

/** That a run began explains nothing in it. */
export function isFirstStart(event: TraceEvent): boolean {
  return event.kind === 'boot' && event.incarnation === 1
}

/** For a promise that left too early: what was written by then, and what was asked. */
export function writtenBefore(
  { event, related: [changed = 0], nodes: [node] }: Violation,
  scene: Scene,
): readonly EventId[] {
  const written = scene.backwards(
    event,
    (other) => other.kind === 'write' && other.node === node,
    changed,
  )
  return [...idsOf(written.slice(0, 1)), ...callBehind(event, scene)]
}

/** The fields of what a message says; none when it is no object. */
export function messageFields(message: MessageId, scene: Scene): { readonly [name: string]: Json } {
  return jsonFields(scene.content(message)) ?? {}
}
