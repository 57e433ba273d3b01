/** A failing run to show in class: what broke and the diagram, without a name and without code. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { labs } from '#labs/index.ts'
import { requireClass } from '../../../../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../../../../_server/classes/classes.ts'
import { readRunOfClass } from '../../../../../../../_server/classes/learner-submissions.ts'
import { Badge } from '../../../../../../../_ui/badge.tsx'
import { ClassPage } from '../../../../../../_parts/class-page.tsx'
import { ProjectedRun } from '../../../../../../_run/projected-run.tsx'

export const metadata: Metadata = { title: 'A run to show in class', robots: { index: false } }

interface RunPageProps {
  readonly params: Promise<{
    readonly class: string
    readonly assignment: string
    readonly submission: string
    readonly check: string
  }>
}

export default async function RunPage({ params }: RunPageProps) {
  const { class: classId, assignment, submission, check: checkId } = await params
  const { role } = await requireClass('class.see-progress', classId)
  const [of, run] = await Promise.all([
    readClass(classId),
    readRunOfClass(classId, submission, checkId),
  ])
  const lab = labs.find(({ id }) => id === run?.labId)
  const failure = run?.small?.failure ?? run?.check.failure
  if (run === undefined || lab === undefined || failure === undefined) notFound()
  const { check, small } = run
  return (
    <ClassPage of={of} role={role} here="/work" title={check.title}>
      <p className="mb-4 flex flex-wrap items-center gap-2 text-sm">
        <Badge tone="accent">
          {small === undefined ? 'as it came about' : 'smallest run found'}
        </Badge>
        {check.visible ? null : (
          <Badge tone="fault">hidden check: whoever sees this run knows more than the others</Badge>
        )}
        <Link
          href={`/classes/${classId}/work/${assignment}#claims`}
          className="text-accent underline underline-offset-4"
        >
          All claims that break
        </Link>
      </p>
      <ProjectedRun
        path={`/api/classes/${classId}/runs/${submission}/${checkId}`}
        failure={failure}
        claims={check.claims}
        ribbons={lab.ribbons}
        noise={lab.noise}
      />
    </ClassPage>
  )
}
