/** What a reader can do today; the rest of the map is the plan. */
import { ArrowRight, BookOpen, FlaskConical } from 'lucide-react'
import Link from 'next/link'
import type { CourseModule } from '#content/schema/course.ts'

export function ReadyNow({ modules }: { readonly modules: readonly CourseModule[] }) {
  const lessons = modules.flatMap((module) => module.lessons)
  const labs = modules.flatMap((module) => module.labs)
  return (
    <section aria-labelledby="ready" className="mb-14">
      <h2 id="ready" className="font-semibold text-xl tracking-tight">
        Ready now
      </h2>
      <p className="mt-1.5 mb-4 text-muted">
        The map below is the whole plan. What is not written yet says that it is coming.
      </p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {lessons.map(({ slug, title, objective }) =>
          slug === undefined ? null : (
            <ReadyCard key={slug} href={`/learn/${slug}`} kind="Lesson" title={title}>
              {objective}
            </ReadyCard>
          ),
        )}
        {labs.map(({ lab, step, title }) => (
          <ReadyCard key={`${lab}/${step}`} href={`/labs/${lab}/${step}`} kind="Lab" title={title}>
            Write the code, run it against a network that cuts and crashes, and hand it in for a
            verdict.
          </ReadyCard>
        ))}
      </ul>
    </section>
  )
}

function ReadyCard({
  href,
  kind,
  title,
  children,
}: {
  readonly href: string
  readonly kind: 'Lesson' | 'Lab'
  readonly title: string
  readonly children: string
}) {
  const Icon = kind === 'Lesson' ? BookOpen : FlaskConical
  return (
    <li>
      <Link
        href={href}
        className="group flex h-full flex-col rounded-lg border border-line p-5 hover:border-accent"
      >
        <span className="flex items-center gap-2 font-medium text-accent text-sm">
          <Icon aria-hidden="true" className="size-4" />
          {kind}
        </span>
        <span className="mt-2 flex items-center gap-2 font-semibold text-lg leading-snug">
          {title}
          <ArrowRight
            aria-hidden="true"
            className="size-4 shrink-0 text-muted group-hover:text-accent"
          />
        </span>
        <span className="mt-1.5 text-muted text-sm leading-relaxed">{children}</span>
      </Link>
    </li>
  )
}
