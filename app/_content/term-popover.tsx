'use client'
/** The panel of a glossary word. Without JavaScript the word is a link to the glossary. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Popover, PopoverDescription, PopoverTitle } from '../_ui/popover.tsx'

export function TermPopover({
  id,
  term,
  meaning,
  children,
}: {
  readonly id: string
  readonly term: string
  readonly meaning: string
  readonly children: ReactNode
}) {
  const href = `/glossary#${id}`
  const trigger = (
    <a
      href={href}
      className="term"
      // The panel takes the place of the page; a new tab may still be asked for.
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey && !event.shiftKey) event.preventDefault()
      }}
    >
      {children}
    </a>
  )
  return (
    <Popover trigger={trigger} opensOn="hover">
      <PopoverTitle className="font-semibold">{term}</PopoverTitle>
      <PopoverDescription className="mt-1">{meaning}</PopoverDescription>
      <Link href={href} className="mt-2 inline-block text-accent underline underline-offset-4">
        In the glossary
      </Link>
    </Popover>
  )
}
