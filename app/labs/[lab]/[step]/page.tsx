/** One step of a lab: instructions, editor, checks and the diagram of their runs. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Course } from '#content/schema/course.ts'
import { summarizeCheck } from '#core'
import { findStep } from '#labs/index.ts'
import { Mdx } from '../../../_content/mdx.tsx'
import { wrongVersionsOf } from '../../../_content/wrong-version.tsx'
import { readCourse, readInstructions } from '../../../_server/content.ts'
import { readLabAssets, readStarter } from '../../../_server/lab-assets.ts'
import { readUser } from '../../../_server/session.ts'
import { readLatestSubmission } from '../../../_server/submissions.ts'
import { readWrongVersions } from '../../../_server/wrong-versions.ts'
import { Hints } from '../../_workspace/hints.tsx'
import { LabWorkspace } from '../../_workspace/lab-workspace.tsx'
import '../../_workspace/page-frame.css'

interface StepPageProps {
  readonly params: Promise<{ readonly lab: string; readonly step: string }>
}

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const { lab: labId, step: stepId } = await params
  const found = findStep(labId, stepId)
  if (found === undefined) return {}
  return { title: `${found.step.title} · ${found.lab.title}`, description: found.step.goal }
}

export default async function StepPage({ params }: StepPageProps) {
  const { lab: labId, step: stepId } = await params
  const found = findStep(labId, stepId)
  if (found === undefined) notFound()
  const { lab, step } = found
  const [instructions, wrongVersions, starter, assets, course, latest] = await Promise.all([
    readInstructions(lab.id, step.id),
    readWrongVersions(lab.id, step.id),
    readStarter(lab.id, step.id),
    readLabAssets(),
    readCourse(),
    readUser().then((user) => user && readLatestSubmission(user.id, lab.id, step.id)),
  ])
  return (
    <LabWorkspace
      lab={{ id: lab.id, title: lab.title }}
      step={{ id: step.id, title: step.title }}
      checks={step.visible.map(summarizeCheck)}
      ribbons={lab.ribbons}
      noise={lab.noise}
      lesson={lessonOf(course, lab.lessons)}
      starter={starter}
      latest={latest}
      assets={assets}
    >
      <div className="mx-auto w-full max-w-[72ch] px-5 py-6">
        <p className="text-muted text-sm">
          {lab.title} · about {step.minutes} minutes
        </p>
        <p className="mt-1 font-semibold text-2xl tracking-tight">{step.title}</p>
        <p className="mt-2 text-muted">{step.goal}</p>
        <div className="prose mt-6 max-w-none">
          {instructions === undefined ? null : (
            <Mdx
              code={instructions.code}
              components={{ WrongVersion: wrongVersionsOf(wrongVersions, lab) }}
            />
          )}
        </div>
        <Hints hints={step.hints} />
      </div>
    </LabWorkspace>
  )
}

/** The first of these lessons that is written. */
function lessonOf({ modules }: Course, slugs: readonly string[]) {
  const written = modules.flatMap(({ lessons }) => lessons)
  for (const { slug, title } of written) {
    if (slug !== undefined && slugs.includes(slug)) return { slug, title }
  }
  return undefined
}
