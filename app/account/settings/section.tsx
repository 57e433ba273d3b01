/** One part of the settings: a heading, a sentence, and what there is to do. */
import type { ReactNode } from 'react'

export function Section({
  id,
  title,
  lead,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}) {
  return (
    // It may hold a table that is wider than a phone, and scrolls by itself.
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="font-semibold text-xl tracking-tight">
        {title}
      </h2>
      {lead === undefined ? null : (
        <div className="mt-2 max-w-[65ch] text-muted leading-relaxed">{lead}</div>
      )}
      <div className="mt-4">{children}</div>
    </section>
  )
}
