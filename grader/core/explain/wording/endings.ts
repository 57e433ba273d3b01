/** How runs are told that did not end at a broken claim. */
import type { EventId, TraceEvent } from '../../trace/event.ts'
import type { ToldOutcome } from '../outcome.ts'
import type { Wording } from './wording.ts'

type Ending = Exclude<ToldOutcome, { readonly kind: 'claim-broken' }>

/** The wording for an end of this kind. */
export function endingOf({ kind }: Ending): Wording {
  switch (kind) {
    case 'threw':
      return threw
    case 'over-budget':
      return overBudget
    case 'not-deterministic':
      return notDeterministic
  }
}

/** What the handler was called for, and what this node had been through before. */
const threw: Wording = {
  tell: (event) =>
    event.kind === 'threw' ? `${event.node} throws ${event.name}: ${event.message}` : undefined,
  witnesses(violation, scene) {
    const event = scene.event(violation.event)
    const call = event && scene.callOf(event)
    if (call === undefined) return []
    const boots = scene.backwards(call.id - 1, (other) => isRestart(other, violation.nodes))
    return ids([call, scene.event(call.cause), ...boots.slice(0, 1)])
  },
}

function isRestart(event: TraceEvent, nodes: readonly string[]): boolean {
  return event.kind === 'boot' && event.incarnation > 1 && nodes.includes(event.node)
}

/** The chain of events that never comes to an end, as far back as a story reaches. */
const overBudget: Wording = {
  tell: () => undefined,
  witnesses(violation, scene) {
    const event = scene.event(violation.event)
    return event === undefined ? [] : ids(scene.causesOf(event))
  },
}

/** What the two runs had in common last: the call, and what it was called for. */
const notDeterministic: Wording = {
  tell: () => undefined,
  witnesses(violation, scene) {
    const event = scene.event(violation.event)
    return event === undefined ? [] : ids(scene.causesOf(event).slice(0, 2))
  },
}

function ids(events: readonly (TraceEvent | undefined)[]): readonly EventId[] {
  return events.flatMap((event) => (event === undefined ? [] : [event.id]))
}
