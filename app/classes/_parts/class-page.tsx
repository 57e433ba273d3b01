/** The frame of a class's pages: what it is called, where one is, and the other places. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import { STAFF } from '../../_classes/roles.ts'
import type { ClassRole } from '../../_server/authorise/roles.ts'
import type { ClassView } from '../../_server/classes/classes.ts'

const PLACES = [
  { path: '', name: 'Overview' },
  { path: '/progress', name: 'Progress' },
  { path: '/statistics', name: 'Statistics' },
  { path: '/grades', name: 'Grades' },
  { path: '/work', name: 'Work' },
  { path: '/people', name: 'People' },
  { path: '/settings', name: 'Settings' },
] as const

type Place = (typeof PLACES)[number]['path']

interface ClassPageProps {
  readonly of: ClassView
  readonly role: ClassRole
  /** The place that this page is, or belongs to. */
  readonly here: Place
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

export function ClassPage({ of, role, here, title, lead, children }: ClassPageProps) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <p className="text-muted text-sm">
        <Link href="/classes" className="underline underline-offset-4">
          Classes
        </Link>{' '}
        / {of.title}, {of.term}
      </p>
      {STAFF.includes(role) ? <Places of={of} here={here} /> : null}
      <h1 className="mt-6 font-[650] text-3xl tracking-tight">{title}</h1>
      {lead === undefined ? null : (
        <p className="mt-3 max-w-prose text-muted leading-relaxed">{lead}</p>
      )}
      {of.archivedAt === undefined ? null : (
        <p className="mt-4 max-w-prose rounded-md border border-line-strong p-3 text-sm">
          This class is archived: everything can be read, and nothing changed.
        </p>
      )}
      <div className="mt-8">{children}</div>
    </div>
  )
}

function Places({ of, here }: { readonly of: ClassView; readonly here: Place }) {
  return (
    <nav
      aria-label="Class"
      className="mt-3 flex flex-wrap gap-x-5 gap-y-1 border-line border-b pb-2"
    >
      {PLACES.map(({ path, name }) => (
        <Link
          key={path}
          href={`/classes/${of.id}${path}`}
          aria-current={path === here ? 'true' : undefined}
          className="inline-flex min-h-8 items-center font-medium text-muted text-sm hover:text-text aria-[current=true]:text-text aria-[current=true]:underline aria-[current=true]:decoration-2 aria-[current=true]:decoration-accent aria-[current=true]:underline-offset-[0.45em]"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** A part of such a page. */
export function ClassSection({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-12 first:mt-0">
      <h2 id={id} className="mb-4 font-semibold text-xl tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  )
}
