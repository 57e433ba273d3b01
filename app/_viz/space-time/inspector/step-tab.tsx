'use client'
/** The step at the cursor: the event, what it led to at once, its notes, its causes. */
import { type EventId, formatSeconds, type TraceEvent } from '#core'
import { counted } from '../../../_ui/count-text.ts'
import { EventLink } from '../event-link.tsx'
import type { Group } from '../groups.ts'
import type { Cone } from '../light-cone.ts'
import type { InspectorParts } from './inspector-parts.ts'
import { Section } from './section.tsx'

interface StepTabProps {
  readonly group: Group
  readonly cursor: EventId
  /** True when it has no mark of its own: it is routine, and folded away. */
  readonly isFolded: boolean
  /** Of two runs that are compared, it happened in this one only. */
  readonly isAlone: boolean
  /** The sentence about the violation, when it is here. */
  readonly violationText: string | undefined
  /** What it is related to; undefined where nobody asked. */
  readonly cone: Cone | undefined
  readonly parts: InspectorParts
}

export function StepTab(props: StepTabProps) {
  const { group, cursor, isFolded, isAlone, violationText, cone, parts } = props
  const { lead, effects, at } = group
  const notes = effects.filter((event) => event.kind === 'note')
  const deeds = effects.filter((event) => event.kind !== 'note')
  const cause = parts.events[lead.cause]
  return (
    <>
      <p className="text-muted text-xs tabular-nums">
        {formatSeconds(at)} · event {lead.id}
        {isFolded ? ' · routine, hidden in the diagram' : ''}
      </p>
      <p className="mt-0.5 font-medium">{capital(parts.describe(lead))}</p>
      {violationText === undefined ? null : (
        <p className="my-2 border-violation border-l-2 pl-2.5">
          <strong className="text-violation">Violation.</strong> {violationText}
        </p>
      )}
      {isAlone ? <p className="mt-1 text-xs">It happened in this run only.</p> : null}
      {cause === undefined ? null : (
        <p className="mt-1 text-muted text-xs leading-5">
          Because of event <EventLink event={cause.id} onCursor={parts.onCursor} />:{' '}
          {parts.describe(cause)}
        </p>
      )}
      {notes.length === 0 ? null : (
        <Section level="h3" title="Notes of the code">
          <ul className="space-y-0.5 rounded bg-surface px-2 py-1 font-mono text-xs">
            {notes.map((event) => (
              <li key={event.id} className="whitespace-pre-wrap break-words">
                {event.text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {deeds.length === 0 ? null : (
        <Section level="h3" title="In this step">
          <ol className="space-y-1 text-muted">
            {deeds.map((event) => (
              <Deed key={event.id} {...{ event, parts }} isCursor={event.id === cursor} />
            ))}
          </ol>
        </Section>
      )}
      {cone === undefined ? null : <Relations cone={cone} />}
    </>
  )
}

interface DeedProps {
  readonly event: TraceEvent
  readonly isCursor: boolean
  readonly parts: InspectorParts
}

function Deed({ event, isCursor, parts }: DeedProps) {
  return (
    <li
      aria-current={isCursor ? 'step' : undefined}
      className={`border-l-2 pl-2.5 ${isCursor ? 'border-accent text-text' : 'border-line'}`}
    >
      {parts.describe(event)}
      {event.kind === 'send' ? (
        <>
          <code className="block break-all font-mono text-muted text-xs">{event.body}</code>
          <button
            type="button"
            onClick={() => parts.onMessage(event.message)}
            className="min-h-6 text-accent text-xs underline underline-offset-2 pointer-coarse:min-h-11"
          >
            What became of it
          </button>
        </>
      ) : null}
    </li>
  )
}

/** What the diagram shows by dimming, in words. */
function Relations({ cone }: { readonly cone: Cone }) {
  const { past, future, apart } = cone.counts
  return (
    <Section level="h3" title="Causes">
      <p className="text-muted text-xs leading-5">
        {counted(past, 'earlier event')} may have led to it, {counted(future, 'later one')} may
        follow from it, {apart} {apart === 1 ? 'is' : 'are'} independent of it.
      </p>
    </Section>
  )
}

function capital(text: string): string {
  // Names of nodes and clients are written small, as the learner's code has them.
  return /^[a-z]\d/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}
