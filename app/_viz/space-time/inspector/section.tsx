/** A part of the inspector under a small heading. */
import type { ReactNode } from 'react'

/** One below the heading that it stands under. */
export type HeadingLevel = 'h3' | 'h4'

interface SectionProps {
  readonly title: string
  readonly level: HeadingLevel
  readonly children: ReactNode
}

export function Section({ title, level: Heading, children }: SectionProps) {
  return (
    <section className="mt-3 first:mt-0">
      <Heading className="mb-0.5 font-medium text-muted text-xs">{title}</Heading>
      {children}
    </section>
  )
}
