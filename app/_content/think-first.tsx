/** A question before its answer. The answer is folded away, and there without JavaScript too. */
import type { ReactNode } from 'react'

export function ThinkFirst({
  question,
  children,
}: {
  readonly question: string
  readonly children: ReactNode
}) {
  return (
    <section aria-label="Think first" className="my-8 rounded-lg border border-line p-5 sm:p-6">
      <p className="mt-0 mb-1 font-semibold text-accent text-sm">Think first</p>
      <p className="mt-0 mb-4 font-medium">{question}</p>
      <details className="group">
        <summary className="inline-flex min-h-10 list-none items-center rounded-md border border-line-strong px-4 font-medium text-sm hover:bg-surface-strong [&::-webkit-details-marker]:hidden">
          <span className="group-open:hidden">I have an answer: compare</span>
          <span className="hidden group-open:inline">Fold it away</span>
        </summary>
        <div className="mt-4 border-line border-t pt-1 [&>:last-child]:mb-0">{children}</div>
      </details>
    </section>
  )
}
