'use client'
/**
 * A field and what it finds. On its page it is a plain form that the server answers too; in the
 * header's dialog it starts empty.
 */
import Link from 'next/link'
import { type KeyboardEvent, useId, useRef } from 'react'
import { buttonStyle } from '../_ui/button-style.ts'
import { counted } from '../_ui/count-text.ts'
import { HitList } from './hit-list.tsx'
import { QUERY_LENGTH_MAX } from './query-length.ts'
import { type Found, useSearch } from './use-search.ts'

interface SearchPanelProps {
  readonly first: Found
  readonly place: 'page' | 'dialog'
  /** When the reader has chosen a place to go to. */
  readonly onChoose?: () => void
}

export function SearchPanel({ first, place, onChoose }: SearchPanelProps) {
  const { query, found, hasFailed, search } = useSearch(first, ({ query: searched }) => {
    if (place === 'page') keepInAddress(searched)
  })
  const field = useId()
  const panel = useRef<HTMLFormElement>(null)
  const onKeyDown = (event: KeyboardEvent) => moveAmong(panel.current, event)
  return (
    <search>
      <form
        ref={panel}
        action="/search"
        // Enter opens the first place; while they are still being looked for, the page of the search.
        onSubmit={(event) => {
          const [best] = linksOf(panel.current)
          if (best === undefined || found.query !== query) return
          event.preventDefault()
          best.click()
        }}
      >
        <label htmlFor={field} className="sr-only">
          Search lessons, glossary and labs
        </label>
        <div className="flex gap-2">
          <input
            id={field}
            type="search"
            name="q"
            value={query}
            onChange={(event) => search(event.target.value)}
            onKeyDown={onKeyDown}
            placeholder="lease, stale read, PACELC …"
            autoComplete="off"
            spellCheck={false}
            maxLength={QUERY_LENGTH_MAX}
            className="min-h-11 w-full rounded-md border border-line-strong bg-page px-3.5 placeholder:text-muted"
          />
          <noscript>
            <button type="submit" className={buttonStyle({ className: 'min-h-11' })}>
              Search
            </button>
          </noscript>
        </div>
        <p role="status" className="mt-3 text-muted text-sm">
          {hasFailed
            ? 'The search could not be reached. Is the connection gone? Type on to try again.'
            : statusText(found)}
        </p>
        {found.query !== '' && found.hits.length === 0 ? <NothingFound /> : null}
        <HitList hits={found.hits} onChoose={() => onChoose?.()} onKeyDown={onKeyDown} />
      </form>
    </search>
  )
}

function statusText({ query, hits }: Found): string {
  if (query.trim() === '') return 'Type a word or two.'
  if (hits.length === 0) return `Nothing was found for “${query}”.`
  return `${counted(hits.length, 'place')} for “${query}”`
}

function NothingFound() {
  return (
    <p className="mt-2 leading-relaxed">
      Try fewer or other words: a term, such as <em>quorum</em>, or what you saw happen, such as{' '}
      <em>stale read</em>. All words of the course stand in the{' '}
      <Link href="/glossary" className="text-accent underline underline-offset-4">
        glossary
      </Link>
      .
    </p>
  )
}

/** Arrow keys go from the field through the places and back. */
function moveAmong(panel: HTMLElement | null, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const field = panel?.querySelector('input')
  const stops = [...(field ? [field] : []), ...linksOf(panel)]
  const here = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (here === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

function linksOf(panel: HTMLElement | null): readonly HTMLAnchorElement[] {
  return [...(panel?.querySelectorAll<HTMLAnchorElement>('[data-hit]') ?? [])]
}

/** So that going back from a place leads to the same results, and the address can be shared. */
function keepInAddress(query: string): void {
  const { pathname } = window.location
  const search = query.trim() === '' ? '' : `?${new URLSearchParams({ q: query })}`
  window.history.replaceState(null, '', `${pathname}${search}`)
}
