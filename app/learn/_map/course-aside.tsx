/** The course map beside a lesson, opened at the lesson's module; on wide screens only. */
import Link from 'next/link'
import type { CourseLesson, CourseModule } from '#content/schema/course.ts'

export function CourseAside({
  modules,
  slug,
}: {
  readonly modules: readonly CourseModule[]
  readonly slug: string
}) {
  return (
    <nav
      aria-label="Course"
      className="no-print sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] self-start overflow-y-auto border-line border-r py-10 pr-4 lg:block"
    >
      <Link href="/learn" className="font-semibold text-sm underline-offset-4 hover:underline">
        The course
      </Link>
      <ul className="mt-3 grid gap-0.5">
        {modules.map(({ id, title, lessons }) => (
          <li key={id}>
            <details open={lessons.some((lesson) => lesson.slug === slug)}>
              <summary className="flex min-h-8 list-none items-baseline gap-2 rounded px-2 py-1.5 text-sm leading-snug hover:bg-surface-strong [&::-webkit-details-marker]:hidden">
                <span className="w-7 shrink-0 font-mono text-muted text-xs">
                  {id.toUpperCase()}
                </span>
                {title}
              </summary>
              <ul className="mt-0.5 mb-2 ml-11 grid gap-0.5 text-sm">
                {lessons.map((lesson) => (
                  <li key={lesson.title} className="py-0.5 leading-snug">
                    <LessonName lesson={lesson} isHere={lesson.slug === slug} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function LessonName({
  lesson: { title, slug },
  isHere,
}: {
  readonly lesson: CourseLesson
  readonly isHere: boolean
}) {
  if (slug === undefined) {
    return (
      <span className="text-muted">
        {title}
        <span className="sr-only"> (coming)</span>
      </span>
    )
  }
  return (
    <Link
      href={`/learn/${slug}`}
      aria-current={isHere ? 'page' : undefined}
      className={isHere ? 'font-semibold text-accent' : 'underline-offset-4 hover:underline'}
    >
      {title}
    </Link>
  )
}
