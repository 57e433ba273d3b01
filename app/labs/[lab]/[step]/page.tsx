/** One step of a lab: instructions, editor, checks and the diagram of their runs. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Course } from '#content/schema/course.ts'
import { summarizeCheck } from '#core'
import { findStep } from '#labs/index.ts'
import type { Lab, Step } from '#labs/kit/lab.ts'
import { Mdx } from '../../../_content/mdx.tsx'
import { wrongVersionsOf } from '../../../_content/wrong-version.tsx'
import { listPublishedForStep } from '../../../_server/classes/reviews/published-reviews.ts'
import { readStepRights } from '../../../_server/classes/step-rights.ts'
import { readCourse, readInstructions, readLesson } from '../../../_server/content.ts'
import { readDesk } from '../../../_server/desk.ts'
import { readLabAssets, readStarter } from '../../../_server/lab-assets.ts'
import { readActing, readUser } from '../../../_server/session.ts'
import { readLatestSubmission } from '../../../_server/submissions.ts'
import { readWrongVersions } from '../../../_server/wrong-versions.ts'
import { LabWorkspace } from '../../_workspace/lab-workspace.tsx'
import { LessonText } from '../../_workspace/task/lesson-text.tsx'
import { TaskText } from '../../_workspace/task/task-text.tsx'
import '../../_workspace/page-frame.css'

interface StepPageProps {
  readonly params: Promise<{ readonly lab: string; readonly step: string }>
  /** `lesson` asks for the lab's lesson in the place of the task. */
  readonly searchParams: Promise<{ readonly lesson?: string | readonly string[] }>
}

export async function generateMetadata({
  params,
}: Pick<StepPageProps, 'params'>): Promise<Metadata> {
  const { lab: labId, step: stepId } = await params
  const found = findStep(labId, stepId)
  if (found === undefined) return {}
  return { title: `${found.step.title} · ${found.lab.title}`, description: found.step.goal }
}

export default async function StepPage({ params, searchParams }: StepPageProps) {
  const [{ lab: labId, step: stepId }, { lesson: wanted }] = await Promise.all([
    params,
    searchParams,
  ])
  const found = findStep(labId, stepId)
  if (found === undefined) notFound()
  const { lab, step } = found
  const [user, acting] = await Promise.all([readUser(), readActing()])
  const [instructions, wrongVersions, starter, assets, course, desk, latest, rights, reviews] =
    await Promise.all([
      readInstructions(lab.id, step.id),
      readWrongVersions(lab.id, step.id),
      readStarter(lab.id, step.id),
      readLabAssets(),
      readCourse(),
      readDesk(lab, step),
      user && readLatestSubmission(user.id, lab.id, step.id),
      acting && readStepRights(acting.id, lab.id, step.id),
      user && listPublishedForStep(user.id, lab.id, step.id),
    ])
  const link = lessonOf(course, [step.lesson, ...lab.lessons])
  const lesson =
    link !== undefined && wanted === link.slug ? await readLesson(link.slug) : undefined
  return (
    <LabWorkspace
      lab={{ id: lab.id, title: lab.title, version: lab.version }}
      step={{ id: step.id, title: step.title }}
      tradeOff={tradeOffOf(step)}
      checks={step.visible.map(summarizeCheck)}
      ribbons={lab.ribbons}
      noise={lab.noise}
      lesson={link}
      isLessonShown={lesson !== undefined}
      nextStep={stepAfter(lab, step)}
      starter={starter}
      desk={desk}
      latest={latest}
      assets={assets}
    >
      {lesson !== undefined && link !== undefined ? (
        <LessonText slug={link.slug} lesson={lesson} />
      ) : (
        <TaskText
          labTitle={lab.title}
          step={`${lab.id}/${step.id}`}
          title={step.title}
          goal={step.goal}
          minutes={step.minutes}
          hints={rights?.hints === undefined ? step.hints : []}
          hintsWithheld={rights?.hints}
          reviews={reviews ?? []}
        >
          {instructions === undefined ? null : (
            <Mdx
              code={instructions.code}
              components={{ WrongVersion: wrongVersionsOf(wrongVersions, lab) }}
            />
          )}
        </TaskText>
      )}
    </LabWorkspace>
  )
}

/** The first of these lessons that is written. */
function lessonOf({ modules }: Course, slugs: readonly (string | undefined)[]) {
  const titles = new Map(
    modules.flatMap(({ lessons }) => lessons.map((one) => [one.slug, one.title])),
  )
  for (const slug of slugs) {
    const title = titles.get(slug)
    if (slug !== undefined && title !== undefined) return { slug, title }
  }
  return undefined
}

function stepAfter(lab: Lab, step: Step) {
  const next = lab.steps[lab.steps.indexOf(step) + 1]
  if (next === undefined) return undefined
  const { id, title, isFresh = false } = next
  return { title, href: `/labs/${lab.id}/${id}`, isFresh }
}

/** What can be sent to the page: the scenario stays behind. */
function tradeOffOf({ measures }: Step) {
  if (measures === undefined) return undefined
  const { references, documented } = measures
  return { references, documented }
}
