/** What comes before and after a lesson, among the lessons that are ready. */
import { ArrowLeft, ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CourseModule } from '#content/schema/course.ts'

export function LessonNeighbours({
  modules,
  slug,
}: {
  readonly modules: readonly CourseModule[]
  readonly slug: string
}) {
  const ready = modules.flatMap(({ lessons }) => lessons).filter((lesson) => lesson.slug)
  const here = ready.findIndex((lesson) => lesson.slug === slug)
  const previous = ready[here - 1]
  const next = ready[here + 1]
  const [lab] = modules.flatMap(({ labs }) => labs)
  return (
    <nav aria-label="Before and after" className="no-print mt-14 grid gap-3 sm:grid-cols-2">
      <NeighbourLink
        href={previous === undefined ? '/learn' : `/learn/${previous.slug}`}
        title={previous?.title ?? 'The course map'}
      >
        <ArrowLeft aria-hidden="true" className="size-4" /> Back
      </NeighbourLink>
      {next === undefined && lab !== undefined ? (
        <NeighbourLink href={`/labs/${lab.lab}/${lab.step}`} title={lab.title} isNext>
          Try a lab <ArrowRight aria-hidden="true" className="size-4" />
        </NeighbourLink>
      ) : null}
      {next === undefined ? null : (
        <NeighbourLink href={`/learn/${next.slug}`} title={next.title} isNext>
          Next <ArrowRight aria-hidden="true" className="size-4" />
        </NeighbourLink>
      )}
    </nav>
  )
}

function NeighbourLink({
  href,
  title,
  isNext = false,
  children,
}: {
  readonly href: string
  readonly title: string
  readonly isNext?: boolean
  readonly children: ReactNode
}) {
  return (
    <Link
      href={href}
      className={`rounded-lg border border-line px-4 py-3 hover:border-line-strong ${isNext ? 'sm:text-right' : ''}`}
    >
      <span
        className={`flex items-center gap-1.5 text-muted text-sm ${isNext ? 'sm:justify-end' : ''}`}
      >
        {children}
      </span>
      <span className="font-medium">{title}</span>
    </Link>
  )
}
