'use client'
/** All events of a run as a table, of which only the rows in view exist, and a filter. */
import { useDeferredValue, useMemo, useState } from 'react'
import { type EventId, formatSeconds, type TraceEvent } from '#core'
import { useRowWindow } from '../../../_ui/use-row-window.ts'
import { EventLink } from '../event-link.tsx'
import { lowerBound } from '../interval-index.ts'
import { filterEvents, laneOf, NO_FILTER } from './event-filter.ts'
import { FilterFields } from './filter-fields.tsx'

const ROW_HEIGHT = 30

interface EventTableProps {
  readonly events: readonly TraceEvent[]
  /** Names of nodes and clients. */
  readonly lanes: readonly string[]
  readonly cursor: EventId
  readonly violation: EventId | undefined
  readonly describe: (event: TraceEvent) => string
  readonly onCursor: (event: EventId) => void
}

export function EventTable(props: EventTableProps) {
  const { events, lanes, cursor, violation, describe, onCursor } = props
  const [filter, setFilter] = useState(NO_FILTER)
  const wanted = useDeferredValue(filter)
  const rows = useMemo(() => filterEvents(events, wanted, describe), [events, wanted, describe])
  const row = useMemo(() => rowOf(rows, cursor), [rows, cursor])
  const { scroller, onScroll, ...view } = useRowWindow(row, ROW_HEIGHT)
  // A shorter list may end before what was in view.
  const first = Math.min(view.first, Math.max(0, rows.length - view.count))
  const shown = rows.slice(first, first + view.count)
  const after = rows.length - first - shown.length
  return (
    <div className="flex min-h-0 min-w-0 grow flex-col gap-2">
      <FilterFields {...{ filter, lanes }} onFilter={setFilter}>
        {rows.length === events.length
          ? `${events.length} events`
          : `${rows.length} of ${events.length} events`}
      </FilterFields>
      {/* What scrolls must be reachable with the keyboard. */}
      <div
        ref={scroller}
        role="region"
        aria-label="Events of the run"
        tabIndex={0}
        onScroll={onScroll}
        className="min-h-0 grow overflow-auto rounded-md border border-line"
      >
        <table aria-rowcount={rows.length + 1} className="w-full border-collapse text-sm">
          <Head />
          <tbody>
            {first > 0 ? <tr aria-hidden="true" style={{ height: first * ROW_HEIGHT }} /> : null}
            {shown.map((event, index) => (
              <EventRow
                key={event.id}
                event={event}
                row={first + index + 2}
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
    </div>
  )
}

/** The row of the cursor, or of the first event after it that is listed. */
function rowOf(rows: readonly TraceEvent[], cursor: EventId): number {
  const ids = { length: rows.length, at: (index: number) => rows[index]?.id }
  return Math.max(0, Math.min(rows.length - 1, lowerBound(ids, cursor)))
}

function Head() {
  return (
    <thead className="sticky top-0 bg-surface text-left text-muted text-xs">
      <tr aria-rowindex={1} style={{ height: ROW_HEIGHT }}>
        <th scope="col" className="w-16 px-2 font-medium">
          Event
        </th>
        <th scope="col" className="w-20 px-2 font-medium">
          Time
        </th>
        <th scope="col" className="w-16 px-2 font-medium">
          Where
        </th>
        <th scope="col" className="px-2 font-medium">
          What happens
        </th>
        <th scope="col" className="w-24 px-2 font-medium">
          Because of
        </th>
      </tr>
    </thead>
  )
}

interface EventRowProps {
  readonly event: TraceEvent
  /** Its place in the whole table, from 1, the head included. */
  readonly row: number
  readonly text: string
  readonly isCursor: boolean
  readonly isViolation: boolean
  readonly onCursor: (event: EventId) => void
}

function EventRow({ event, row, text, isCursor, isViolation, onCursor }: EventRowProps) {
  return (
    <tr
      aria-rowindex={row}
      aria-current={isCursor ? 'step' : undefined}
      // For the pointer; the keyboard has the number of the event, which is a button.
      onClick={() => onCursor(event.id)}
      style={{ height: ROW_HEIGHT }}
      className={`cursor-pointer whitespace-nowrap border-line border-t hover:bg-surface ${isCursor ? 'font-medium shadow-[inset_3px_0_0_var(--accent)]' : ''}`}
    >
      <td className="px-2">
        <EventLink event={event.id} onCursor={onCursor} />
      </td>
      <td className="px-2 tabular-nums">{formatSeconds(event.at)}</td>
      <td className="px-2 font-mono text-xs">{laneOf(event)}</td>
      <td className="max-w-0 overflow-hidden text-ellipsis px-2" title={text}>
        {isViolation ? <strong className="text-violation">violation: </strong> : null}
        {text}
      </td>
      {/* The row leads to its own event, this to the one before it. */}
      <td className="px-2" onClick={(click) => click.stopPropagation()}>
        {event.cause < 0 ? null : <EventLink event={event.cause} onCursor={onCursor} />}
      </td>
    </tr>
  )
}
