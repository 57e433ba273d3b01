/** A lesson as it is read beside the code. */
import Link from 'next/link'
import type { CompiledLesson } from '#content/schema/compiled.ts'
import { LessonProse } from '../../../_content/lesson-prose.tsx'
import { Sources } from '../../../_content/sources.tsx'

interface LessonTextProps {
  readonly slug: string
  readonly lesson: CompiledLesson
}

export function LessonText({ slug, lesson }: LessonTextProps) {
  const { title, objective, minutes, sources } = lesson.frontmatter
  return (
    <article className="mx-auto w-full max-w-[72ch] px-5 py-6">
      <p className="text-muted text-sm">
        Lesson · about {minutes} minutes ·{' '}
        <Link href={`/learn/${slug}`} className="text-accent underline underline-offset-2">
          on a page of its own
        </Link>
      </p>
      <p className="mt-1 font-semibold text-2xl tracking-tight">{title}</p>
      <p className="mt-2 text-muted">{objective}</p>
      <div className="prose mt-6 max-w-none pointer-coarse:[&_button]:min-h-11 pointer-coarse:[&_summary]:min-h-11">
        <LessonProse slug={slug} lesson={lesson} />
      </div>
      <Sources sources={sources} />
    </article>
  )
}
