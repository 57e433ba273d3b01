'use client'
/** The life of one message: its way, what it says, why it was lost, what came of it. */
import type { ReactNode } from 'react'
import { type EventId, formatSeconds } from '#core'
import { EventLink } from '../event-link.tsx'
import type { InspectorParts } from './inspector-parts.ts'
import { diffJson } from './json-diff.ts'
import type { MessageReport } from './message-report.ts'
import { Section } from './section.tsx'
import { ValueTree } from './value-tree.tsx'

interface MessageTabProps {
  readonly report: MessageReport
  readonly parts: InspectorParts
}

export function MessageTab({ report, parts }: MessageTabProps) {
  const { type, from, to, payload, causedBy, ledTo, receiver, message } = report
  const tree = diffJson('payload', payload, payload)
  return (
    <>
      <p className="font-medium">
        {type}{' '}
        <span className="whitespace-nowrap font-normal">
          {from} <span aria-hidden="true">→</span>
          <span className="sr-only">to</span> {to}
        </span>
      </p>
      <p className="text-muted text-xs">message {message}</p>
      <Way {...{ report, parts }} />
      <Section level="h3" title="Says">
        <ValueTree
          label={`What ${type} says`}
          branches={tree.branches.length === 0 ? [tree] : tree.branches}
        />
      </Section>
      {causedBy === undefined ? null : (
        <Section level="h3" title="Caused by">
          <Told event={causedBy} parts={parts} />
        </Section>
      )}
      {ledTo.length === 0 ? null : (
        <Section level="h3" title="Led to">
          <ul>
            {ledTo.slice(0, LISTED_MAX).map((event) => (
              <li key={event}>
                <Told event={event} parts={parts} />
              </li>
            ))}
            {ledTo.length > LISTED_MAX ? (
              <li className="text-xs">and {ledTo.length - LISTED_MAX} more</li>
            ) : null}
          </ul>
        </Section>
      )}
      {report.fate !== 'delivered' ? null : (
        <Section level="h3" title={`${to}, before and after`}>
          {receiver.length === 0 ? (
            <p className="text-muted text-xs">Nothing that it shows has changed.</p>
          ) : (
            <ValueTree label={`What changed at ${to}`} branches={receiver} />
          )}
        </Section>
      )}
    </>
  )
}

const LISTED_MAX = 8

function Way({ report, parts }: MessageTabProps) {
  const { sentBy, sentAt, endedBy, endedAt, fate, reason, wasHeld, copyOf, copies } = report
  const { onCursor, onMessage } = parts
  return (
    <ul className="mt-1.5 text-xs leading-5">
      <li>
        Sent at {formatSeconds(sentAt)}, event <EventLink event={sentBy} onCursor={onCursor} />
      </li>
      {endedBy === undefined || endedAt === undefined ? (
        <li>Still under way when the run ends</li>
      ) : (
        <li className={fate === 'lost' ? 'text-fault' : ''}>
          {fate === 'lost' ? `Lost at ${formatSeconds(endedAt)}: ${reason ?? ''}` : 'Delivered at '}
          {fate === 'lost' ? '' : `${formatSeconds(endedAt)}, ${delayText(endedAt - sentAt)} later`}
          , event <EventLink event={endedBy} onCursor={onCursor} />
        </li>
      )}
      {wasHeld ? <li>It was held back on a clogged link.</li> : null}
      {copyOf === undefined ? null : (
        <li>
          A copy that the network made of{' '}
          <MessageLink message={copyOf} onMessage={onMessage}>
            message {copyOf}
          </MessageLink>
        </li>
      )}
      {copies.map((copy) => (
        <li key={copy}>
          The network repeated it:{' '}
          <MessageLink message={copy} onMessage={onMessage}>
            message {copy}
          </MessageLink>
        </li>
      ))}
    </ul>
  )
}

function delayText(micros: number): string {
  return `${(micros / 1_000).toFixed(1)} ms`
}

interface MessageLinkProps {
  readonly message: number
  readonly onMessage: InspectorParts['onMessage']
  readonly children: ReactNode
}

function MessageLink({ message, onMessage, children }: MessageLinkProps) {
  return (
    <button
      type="button"
      onClick={() => onMessage(message)}
      className="min-h-6 rounded px-1 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
    >
      {children}
    </button>
  )
}

function Told({ event, parts }: { readonly event: EventId; readonly parts: InspectorParts }) {
  const told = parts.events[event]
  if (told === undefined) return null
  return (
    <p className="text-xs leading-5">
      <EventLink event={event} onCursor={parts.onCursor} /> {parts.describe(told)}
    </p>
  )
}
