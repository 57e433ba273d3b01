/** The head of a column that sorts by it: a link, so that the order stands in the address. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { GradebookQuery } from '../../_classes/grades/arrange-gradebook.ts'
import { hrefOf } from '../../admin/_parts/query.ts'

interface SortHeadProps {
  readonly classId: string
  readonly query: GradebookQuery
  readonly sort: string
  readonly className: string
  readonly children: string
  /** More about the column. */
  readonly below?: ReactNode
}

export function SortHead({ classId, query, sort, className, children, below }: SortHeadProps) {
  const isSorted = query.sort === sort
  const next = isSorted && query.direction === 'up' ? 'down' : 'up'
  const href = hrefOf(`/classes/${classId}/grades`, { ...query, sort, direction: next }, 1)
  const order = query.direction === 'up' ? ('ascending' as const) : ('descending' as const)
  return (
    <th scope="col" aria-sort={isSorted ? order : undefined} className={className}>
      <Link
        href={href}
        className="inline-flex min-h-8 items-center gap-1 font-semibold text-text underline-offset-4 hover:underline"
      >
        {children}
        <span aria-hidden="true" className="text-muted">
          {isSorted ? (query.direction === 'up' ? '▲' : '▼') : ''}
        </span>
      </Link>
      {below}
    </th>
  )
}
