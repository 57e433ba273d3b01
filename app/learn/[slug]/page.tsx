/** A lesson: course map on the left, text in the middle, contents of the page on the right. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonProse } from '../../_content/lesson-prose.tsx'
import { Sources } from '../../_content/sources.tsx'
import { LessonWatchLater } from '../../_progress/lesson-watch-later.tsx'
import { readCourse, readLesson } from '../../_server/content.ts'
import { readOwnProgress } from '../../_server/progress.ts'
import { CourseAside } from '../_map/course-aside.tsx'
import { LessonNeighbours } from '../_map/lesson-neighbours.tsx'
import { PageContents } from './page-contents.tsx'

interface LessonPageProps {
  readonly params: Promise<{ readonly slug: string }>
}

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const lesson = await readLesson((await params).slug)
  if (lesson === undefined) return {}
  return { title: lesson.frontmatter.title, description: lesson.frontmatter.objective }
}

export default async function LessonPage({ params }: LessonPageProps) {
  const { slug } = await params
  const lesson = await readLesson(slug)
  if (lesson === undefined) notFound()
  const { title, objective, minutes, sources } = lesson.frontmatter
  const { modules } = await readCourse()
  const module = modules.find(({ lessons }) => lessons.some((other) => other.slug === slug))
  return (
    <div className="mx-auto grid w-full max-w-[90rem] grid-cols-[minmax(0,1fr)] gap-x-12 px-4 sm:px-6 print:block lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)_14rem]">
      <CourseAside modules={modules} slug={slug} />
      <article className="mx-auto w-full max-w-[43.5rem] py-10 sm:py-14">
        <p className="font-medium text-muted text-sm">
          {module === undefined ? 'Lesson' : `${module.id.toUpperCase()} · ${module.title}`}
        </p>
        <h1 className="mt-2 font-[680] text-3xl leading-tight tracking-tight sm:text-[2.6rem]">
          {title}
        </h1>
        <p className="mt-4 text-lg text-muted leading-relaxed">{objective}</p>
        <p className="mt-2 text-muted text-sm">About {minutes} minutes, with the figure.</p>
        <details className="no-print mt-6 rounded-lg border border-line px-4 py-2 xl:hidden">
          <summary className="min-h-8 content-center font-medium text-sm">On this page</summary>
          <PageContents headings={lesson.headings} />
        </details>
        <div className="prose mt-8 max-w-none">
          <LessonProse slug={slug} lesson={lesson} />
        </div>
        <LessonWatchLater slug={slug} outline={lesson.outline} known={await readOwnProgress()} />
        <Sources sources={sources} />
        <LessonNeighbours modules={modules} slug={slug} />
      </article>
      <nav
        aria-label="On this page"
        className="no-print sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] self-start overflow-y-auto py-14 xl:block"
      >
        <p className="font-semibold text-sm">On this page</p>
        <PageContents headings={lesson.headings} />
      </nav>
    </div>
  )
}
