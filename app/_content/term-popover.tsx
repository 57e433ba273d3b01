'use client'
/**
 * The panel of a glossary word, by the browser's own popover: a lesson has dozens of them, and
 * needs no library for that. Without JavaScript the word is a link to the glossary.
 */
import Link from 'next/link'
import { type ReactNode, useId, useRef } from 'react'
import { usePanel } from './use-panel.ts'

export function TermPopover({
  id,
  term,
  meaning,
  glyph,
  children,
}: {
  readonly id: string
  readonly term: string
  readonly meaning: string
  /** The sign of the word in drawings, if it has one. */
  readonly glyph: ReactNode
  readonly children: ReactNode
}) {
  const panelId = useId()
  const word = useRef<HTMLAnchorElement>(null)
  const panel = useRef<HTMLSpanElement>(null)
  const { isOpen, press, pressBySpace, near, away, toggled } = usePanel({ word, panel })
  const href = `/glossary#${id}`
  return (
    <span onPointerEnter={near} onPointerLeave={away}>
      <a
        ref={word}
        href={href}
        role="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={panelId}
        data-popup-open={isOpen ? '' : undefined}
        className="term"
        onClick={press}
        onKeyDown={pressBySpace}
      >
        {children}
      </a>
      <span
        ref={panel}
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label={term}
        tabIndex={-1}
        onToggle={toggled}
        className="not-prose m-0 w-max max-w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-page p-4 text-sm text-text leading-relaxed shadow-raised outline-none"
      >
        <span className="flex items-center justify-between gap-4 font-semibold">
          {term}
          {glyph}
        </span>
        <span className="mt-1 block">{meaning}</span>
        <Link href={href} className="mt-2 inline-block text-accent underline underline-offset-4">
          In the glossary
        </Link>
      </span>
    </span>
  )
}
