/** Says how a figure is read, for who wants to know. */
import type { ReactNode } from 'react'

export function HowToRead({
  of,
  children,
}: {
  /** What is read, as screen readers tell it from the others of the page. */
  readonly of: string
  readonly children: ReactNode
}) {
  return (
    <details className="mt-3 mb-4 max-w-prose text-sm">
      <summary className="min-h-8 cursor-pointer content-center font-medium text-accent">
        How to read <span className="sr-only">{of}</span>
        <span aria-hidden="true">it</span>
      </summary>
      <div className="mt-1 grid gap-2 text-muted leading-relaxed">{children}</div>
    </details>
  )
}
