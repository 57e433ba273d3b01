/** A paragraph set apart: a warning, a dispute, a definition. */
import type { ReactNode } from 'react'

export function Callout({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <aside
      aria-label={title}
      className="my-7 border-accent border-l-[3px] bg-surface px-5 py-4 [&>:last-child]:mb-0"
    >
      <p className="mt-0 mb-1 font-semibold text-sm">{title}</p>
      {children}
    </aside>
  )
}
