/** A section of the quiz's page, named by its heading. */
import type { ReactNode } from 'react'

export function Section({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 scroll-mt-24 font-semibold text-xl tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  )
}
