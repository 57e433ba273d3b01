/** The course map: every module, every lesson, and which of them are ready. */
import type { Metadata } from 'next'
import { ProgressProvider } from '../_progress/progress-provider.tsx'
import { ResumeLink } from '../_progress/resume-link.tsx'
import { readCourse, readOutlines } from '../_server/content.ts'
import { readOwnProgress } from '../_server/progress.ts'
import { PageTitle } from '../_shell/page-title.tsx'
import { CourseGraph } from './_map/course-graph.tsx'
import { ModuleSection } from './_map/module-section.tsx'
import { readyLessons } from './_map/ready-lessons.ts'

export const metadata: Metadata = {
  title: 'Learn',
  description: 'The course map: from reading a history to designing for a cut.',
}

export default async function LearnPage() {
  const { modules } = await readCourse()
  const outlines = await readOutlines()
  const titles = new Map(readyLessons(modules).map(({ slug, title }) => [slug, title]))
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-12 sm:px-6 sm:py-16">
      <PageTitle title="The course">
        Thirteen modules, from reading what a system did to designing one that survives a cut.
        Lessons have figures that you run, and labs are graded on the same simulator. What is not
        written yet says that it is coming.
      </PageTitle>
      <ProgressProvider known={await readOwnProgress()}>
        <ResumeLink lessons={readyLessons(modules)} />
        <CourseGraph modules={modules} />
        <div className="grid gap-9">
          {modules.map((module) => (
            <ModuleSection key={module.id} {...{ module, outlines, titles }} />
          ))}
        </div>
      </ProgressProvider>
    </div>
  )
}
