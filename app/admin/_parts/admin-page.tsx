/** The frame of the administrators' pages: where one is, and the other places. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageTitle } from '../../_shell/page-title.tsx'

const PLACES = [
  { href: '/admin/people', name: 'People' },
  { href: '/admin/audit', name: 'Audit entries' },
  { href: '/admin/lti', name: 'Learning platforms' },
] as const

export function AdminPage({
  here,
  title,
  lead,
  children,
}: {
  readonly here: (typeof PLACES)[number]['href']
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-12 sm:px-6 sm:py-16">
      <nav aria-label="Administration" className="mb-6 flex flex-wrap gap-4 text-sm">
        {PLACES.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === here ? 'page' : undefined}
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 aria-[current=page]:text-text aria-[current=page]:no-underline"
          >
            {name}
          </Link>
        ))}
      </nav>
      <PageTitle title={title}>{lead}</PageTitle>
      {children}
    </div>
  )
}
