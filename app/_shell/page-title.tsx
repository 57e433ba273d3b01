/** The head of a page: its title and, in a sentence, what it is for. */
import type { ReactNode } from 'react'

export function PageTitle({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div className="mb-10">
      <h1 className="font-[650] text-3xl tracking-tight sm:text-4xl">{title}</h1>
      {children === undefined ? null : (
        <p className="mt-3 max-w-[65ch] text-lg text-muted leading-relaxed">{children}</p>
      )}
    </div>
  )
}
