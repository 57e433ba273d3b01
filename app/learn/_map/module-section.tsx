/** One module of the course map: its aim, its lessons and its labs. */
import { ChevronRight, FlaskConical } from 'lucide-react'
import Link from 'next/link'
import type { LessonOutline } from '#content/schema/compiled.ts'
import type { CourseLesson, CourseModule } from '#content/schema/course.ts'
import { LessonMark } from '../../_progress/lesson-mark.tsx'
import { Badge } from '../../_ui/badge.tsx'

interface ModuleSectionProps {
  readonly module: CourseModule
  /** Of all lessons, by slug. */
  readonly outlines: Readonly<Record<string, LessonOutline>>
  /** Of all lessons that are ready, by slug. */
  readonly titles: ReadonlyMap<string, string>
}

export function ModuleSection({ module, outlines, titles }: ModuleSectionProps) {
  const { id, title, objective, lessons, labs } = module
  const isReady = labs.length > 0 || lessons.some(({ slug }) => slug !== undefined)
  return (
    <section aria-labelledby={id} className="border-line border-t pt-6">
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div>
          <p className="font-mono text-muted text-sm">{id.toUpperCase()}</p>
          <h2 id={id} className="mt-1 scroll-mt-24 font-semibold text-xl tracking-tight">
            {title}
          </h2>
          <p className="mt-1.5 text-muted leading-relaxed">{objective}</p>
        </div>
        <div>
          {labs.map((lab) => (
            <LabRow key={`${lab.lab}/${lab.step}`} lab={lab} />
          ))}
          <details open={isReady} className="group">
            <summary className="inline-flex min-h-9 list-none items-center gap-2 font-medium text-muted text-sm hover:text-text [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden="true"
                className="size-4 transition-transform duration-100 group-open:rotate-90"
              />
              {lessons.length} lessons{isReady ? '' : ', coming'}
            </summary>
            <ol className="mt-1 border-line border-t">
              {lessons.map((lesson) => (
                <LessonRow
                  key={lesson.title}
                  lesson={lesson}
                  outline={outlines[lesson.slug ?? '']}
                  titles={titles}
                />
              ))}
            </ol>
          </details>
        </div>
      </div>
    </section>
  )
}

function LabRow({ lab: { title, lab, step } }: { readonly lab: CourseModule['labs'][number] }) {
  return (
    <Link
      href={`/labs/${lab}/${step}`}
      className="mb-3 flex min-h-12 items-center gap-3 rounded-lg border border-accent px-4 py-2.5 hover:bg-surface"
    >
      <FlaskConical aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <span className="grow font-medium">{title}</span>
      <Badge tone="accent">Lab</Badge>
    </Link>
  )
}

function LessonRow({
  lesson: { title, objective, slug, needs },
  outline,
  titles,
}: {
  readonly lesson: CourseLesson
  readonly outline: LessonOutline | undefined
  readonly titles: ModuleSectionProps['titles']
}) {
  return (
    <li className="flex items-baseline gap-4 border-line border-b py-3">
      <div className="grow">
        {slug === undefined ? (
          <span className="font-medium text-muted">{title}</span>
        ) : (
          <Link
            href={`/learn/${slug}`}
            className="font-semibold text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            {title}
          </Link>
        )}
        <p className="mt-0.5 text-muted text-sm leading-relaxed">{objective}</p>
        {needs.length === 0 ? null : (
          <p className="mt-0.5 text-muted text-sm">
            Needs: {needs.map((need) => titles.get(need) ?? need).join('; ')}
          </p>
        )}
      </div>
      {slug === undefined || outline === undefined ? (
        <Badge>Coming</Badge>
      ) : (
        <LessonMark slug={slug} outline={outline} />
      )}
    </li>
  )
}
