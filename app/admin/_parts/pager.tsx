/** Steps through the pages of a table, and says how much there is. */
import Link from 'next/link'
import { hrefOf } from './query.ts'

interface PagerProps {
  readonly path: string
  readonly filters: Readonly<Record<string, string>>
  readonly page: number
  readonly perPage: number
  readonly total: number
}

export function Pager({ path, filters, page, perPage, total }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / perPage))
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-4 text-sm">
      <p className="text-muted tabular-nums">
        {total} in all, page {page} of {pages}
      </p>
      {page > 1 ? <Step href={hrefOf(path, filters, page - 1)}>Earlier page</Step> : null}
      {page < pages ? <Step href={hrefOf(path, filters, page + 1)}>Next page</Step> : null}
    </nav>
  )
}

function Step({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
    >
      {children}
    </Link>
  )
}
