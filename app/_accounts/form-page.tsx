/** The page around a form: one narrow column. */
import type { ReactNode } from 'react'

export function FormPage({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-md px-4 py-14 sm:px-6 sm:py-20">
      <h1 className="font-[650] text-3xl tracking-tight">{title}</h1>
      <p className="mt-3 mb-8 text-muted leading-relaxed">{lead}</p>
      <noscript>
        <p className="mb-6 rounded-md border border-line-strong p-4 text-sm">
          This form needs JavaScript. Reading the course does not, and needs no account.
        </p>
      </noscript>
      {children}
    </div>
  )
}
