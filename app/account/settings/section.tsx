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
    <section aria-labelledby={id}>
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
