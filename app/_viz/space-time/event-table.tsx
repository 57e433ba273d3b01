'use client'
/** All events of a run as a table, of which only the rows in view exist. */
import { type EventId, formatSeconds, type TraceEvent } from '#core'
import { useRowWindow } from '../../_ui/use-row-window.ts'

const ROW_HEIGHT = 30

interface EventTableProps {
  readonly events: readonly TraceEvent[]
  readonly cursor: EventId
  readonly violation: EventId | undefined
  readonly describe: (event: TraceEvent) => string
  readonly onCursor: (event: EventId) => void
}

export function EventTable({ events, cursor, violation, describe, onCursor }: EventTableProps) {
  const { scroller, onScroll, ...view } = useRowWindow(cursor, ROW_HEIGHT)
  const shown = events.slice(view.first, view.first + view.count)
  const after = events.length - view.first - shown.length
  return (
    // What scrolls must be reachable with the keyboard.
    <div
      ref={scroller}
      role="region"
      aria-label="Events of the run"
      tabIndex={0}
      onScroll={onScroll}
      className="min-h-0 grow overflow-auto rounded-md border border-line"
    >
      <table aria-rowcount={events.length + 1} className="w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-surface text-left text-muted text-xs">
          <tr aria-rowindex={1} style={{ height: ROW_HEIGHT }}>
            <th scope="col" className="w-14 px-2 font-medium">
              Event
            </th>
            <th scope="col" className="w-20 px-2 font-medium">
              Time
            </th>
            <th scope="col" className="px-2 font-medium">
              What happens
            </th>
            <th scope="col" className="w-28 px-2 font-medium">
              Because of
            </th>
          </tr>
        </thead>
        <tbody>
          {view.first > 0 ? (
            <tr aria-hidden="true" style={{ height: view.first * ROW_HEIGHT }} />
          ) : null}
          {shown.map((event) => (
            <EventRow
              key={event.id}
              event={event}
              text={describe(event)}
              isCursor={event.id === cursor}
              isViolation={event.id === violation}
              onCursor={onCursor}
            />
          ))}
          {after > 0 ? <tr aria-hidden="true" style={{ height: after * ROW_HEIGHT }} /> : null}
        </tbody>
      </table>
    </div>
  )
}

interface EventRowProps {
  readonly event: TraceEvent
  readonly text: string
  readonly isCursor: boolean
  readonly isViolation: boolean
  readonly onCursor: (event: EventId) => void
}

function EventRow({ event, text, isCursor, isViolation, onCursor }: EventRowProps) {
  return (
    <tr
      aria-rowindex={event.id + 2}
      aria-current={isCursor ? 'step' : undefined}
      style={{ height: ROW_HEIGHT }}
      className={`whitespace-nowrap border-line border-t ${isCursor ? 'font-medium shadow-[inset_3px_0_0_var(--accent)]' : ''}`}
    >
      <td className="px-2">
        <EventLink event={event.id} onCursor={onCursor} />
      </td>
      <td className="px-2 tabular-nums">{formatSeconds(event.at)}</td>
      <td className="max-w-0 overflow-hidden text-ellipsis px-2" title={text}>
        {isViolation ? <strong className="text-violation">violation: </strong> : null}
        {text}
      </td>
      <td className="px-2">
        {event.cause < 0 ? null : <EventLink event={event.cause} onCursor={onCursor} />}
      </td>
    </tr>
  )
}

interface EventLinkProps {
  readonly event: EventId
  readonly onCursor: (event: EventId) => void
}

/** The number of an event; moves the cursor to it. */
function EventLink({ event, onCursor }: EventLinkProps) {
  return (
    <button
      type="button"
      onClick={() => onCursor(event)}
      aria-label={`Go to event ${event}`}
      className="rounded px-1 text-accent tabular-nums underline underline-offset-2"
    >
      {event}
    </button>
  )
}
