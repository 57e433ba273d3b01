/** Where, what kind, and which words: what the table of events is to show. */
import type { ReactNode } from 'react'
import { type EventFilter, KINDS, NETWORK, NO_FILTER } from './event-filter.ts'

interface FilterFieldsProps {
  readonly filter: EventFilter
  /** Names of nodes and clients. */
  readonly lanes: readonly string[]
  readonly onFilter: (filter: EventFilter) => void
  /** How many events that leaves. */
  readonly children: ReactNode
}

const FIELD = 'h-8 rounded-md border border-line-strong bg-page px-1.5 text-sm pointer-coarse:h-11'

export function FilterFields({ filter, lanes, onFilter, children }: FilterFieldsProps) {
  const isOn = filter !== NO_FILTER
  return (
    <search className="flex flex-wrap items-center gap-2" aria-label="Filter of the events">
      <select
        aria-label="Where"
        value={filter.lane}
        onChange={({ target }) => onFilter({ ...filter, lane: target.value })}
        className={FIELD}
      >
        <option value="">everywhere</option>
        {[NETWORK, ...lanes].map((lane) => (
          <option key={lane}>{lane}</option>
        ))}
      </select>
      <select
        aria-label="Kind"
        value={filter.kind}
        onChange={({ target }) => {
          const kind = KINDS.find(({ id }) => id === target.value)?.id ?? ''
          onFilter({ ...filter, kind })
        }}
        className={FIELD}
      >
        <option value="">all kinds</option>
        {KINDS.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label="Words"
        placeholder="Words…"
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        className={`${FIELD} min-w-24 grow basis-32`}
      />
      <span role="status" className="text-muted text-xs tabular-nums">
        {children}
      </span>
      {isOn ? (
        <button
          type="button"
          onClick={() => onFilter(NO_FILTER)}
          className="min-h-8 px-1 text-accent text-xs underline underline-offset-2 pointer-coarse:min-h-11"
        >
          Show all
        </button>
      ) : null}
    </search>
  )
}
