/** A word of the glossary in a text: its meaning on hover, focus or tap. */
import type { ReactNode } from 'react'
import { readGlossary } from '../_server/content.ts'
import { TermGlyph } from './term-glyph.tsx'
import { TermPopover } from './term-popover.tsx'

export async function Term({
  id,
  children,
}: {
  readonly id: string
  readonly children: ReactNode
}) {
  const entry = (await readGlossary()).find((candidate) => candidate.id === id)
  // The content build refuses unknown ids; this is for a glossary that is newer than a text.
  if (entry === undefined) return children
  return (
    <TermPopover id={id} term={entry.term} meaning={entry.meaning} glyph={<TermGlyph id={id} />}>
      {children}
    </TermPopover>
  )
}
