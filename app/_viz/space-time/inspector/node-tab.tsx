'use client'
/** One node at the cursor: state with what changed, inbox, timers, disk and clock. */
import { Pin, PinOff } from 'lucide-react'
import { formatSeconds, type Micros } from '#core'
import { EventLink } from '../event-link.tsx'
import { IconButton } from '../icon-button.tsx'
import type { InspectorParts } from './inspector-parts.ts'
import type { NodeReport } from './node-report.ts'
import { type HeadingLevel, Section } from './section.tsx'
import { ValueTree } from './value-tree.tsx'

interface NodeTabProps {
  readonly report: NodeReport
  /** The time of the cursor. */
  readonly now: Micros
  readonly parts: InspectorParts
  /** Of its headings. */
  readonly level: HeadingLevel
}

export function NodeTab({ report, now, parts, level }: NodeTabProps) {
  const { id, condition, state, inbox, timers, disk, clock } = report
  return (
    <>
      <p className="text-muted text-xs">
        <span className={condition === 'up' ? '' : 'font-medium text-fault'}>{condition}</span>
        <LastChange report={report} parts={parts} />
      </p>
      <Section level={level} title="State">
        {state.length === 0 ? (
          <Nothing>It shows nothing.</Nothing>
        ) : (
          <ValueTree
            label={`State of ${id}`}
            branches={state}
            renderAside={({ name }) => <PinButton field={name} parts={parts} />}
          />
        )}
      </Section>
      <Section level={level} title="On their way here">
        <Inbox {...{ inbox, now, parts }} />
      </Section>
      <Section level={level} title="Timers">
        <Timers {...{ timers, now }} />
      </Section>
      <Section level={level} title="Disk">
        <Disk {...{ id, disk }} />
      </Section>
      {clock.offsetMicros === 0 && clock.driftPpm === 0 ? null : (
        <Section level={level} title="Clock">
          <p className="text-xs">
            Off by {millis(clock.offsetMicros)}, gains {clock.driftPpm} µs a second.
          </p>
        </Section>
      )}
    </>
  )
}

function LastChange({ report, parts }: Pick<NodeTabProps, 'report' | 'parts'>) {
  const { changedBy, isAtCursor } = report
  if (changedBy === undefined) return <> · has done nothing yet</>
  if (isAtCursor) return <> · compared with before this step</>
  return (
    <>
      {' '}
      · last step: event <EventLink event={changedBy} onCursor={parts.onCursor} />
    </>
  )
}

function PinButton({ field, parts }: { readonly field: string; readonly parts: InspectorParts }) {
  const isPinned = parts.pinned.includes(field)
  return (
    <span className="-my-1.5 opacity-70 hover:opacity-100 focus-within:opacity-100">
      <IconButton
        label={isPinned ? `Take ${field} off the diagram` : `Show ${field} in the diagram`}
        onPress={() => parts.onPin(field)}
      >
        {isPinned ? <PinOff /> : <Pin />}
      </IconButton>
    </span>
  )
}

interface InboxProps {
  readonly inbox: NodeReport['inbox']
  readonly now: Micros
  readonly parts: InspectorParts
}

function Inbox({ inbox, now, parts }: InboxProps) {
  if (inbox.length === 0) return <Nothing>Nothing is under way.</Nothing>
  return (
    <ul className="text-xs leading-5">
      {inbox.slice(0, LISTED_MAX).map(({ message, type, from, sentAt }) => (
        <li key={message}>
          <button
            type="button"
            onClick={() => parts.onMessage(message)}
            className="min-h-6 rounded px-1 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
          >
            {type === '' ? `message ${message}` : type}
          </button>{' '}
          from {from}, for {millis(now - sentAt)}
        </li>
      ))}
      {inbox.length > LISTED_MAX ? <li>and {inbox.length - LISTED_MAX} more</li> : null}
    </ul>
  )
}

const LISTED_MAX = 12

function Timers({ timers, now }: { readonly timers: NodeReport['timers']; readonly now: Micros }) {
  if (timers.length === 0) return <Nothing>None is set.</Nothing>
  return (
    <ul className="text-xs leading-5">
      {timers.map(({ name, dueAt, isNew }) => (
        <li key={name}>
          <span className="font-mono">{name}</span> at {formatSeconds(dueAt)}
          <span className="text-muted">
            {dueAt >= now ? `, in ${millis(dueAt - now)}` : ', overdue'}
          </span>
          {isNew ? <strong className="font-semibold"> set here</strong> : null}
        </li>
      ))}
    </ul>
  )
}

function Disk({ id, disk }: Pick<NodeReport, 'id' | 'disk'>) {
  const { durable, buffered } = disk
  if (durable.length === 0 && buffered.length === 0) return <Nothing>Nothing is on it.</Nothing>
  return (
    <>
      {durable.length === 0 ? null : <ValueTree label={`Disk of ${id}`} branches={durable} />}
      {buffered.length === 0 ? null : (
        <>
          <p className="mt-1 text-fault text-xs">Not yet durable, a crash may lose it:</p>
          <ul className="break-all font-mono text-xs leading-5">
            {buffered.map(({ key, value }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- Writes in order; the same key may be written twice.
              <li key={`${index} ${key}`}>
                {key} = {value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX)}…` : value}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const VALUE_MAX = 200

function Nothing({ children }: { readonly children: string }) {
  return <p className="text-muted text-xs">{children}</p>
}

function millis(micros: Micros): string {
  return `${(micros / 1_000).toFixed(1).replace(/\.0$/, '')} ms`
}
