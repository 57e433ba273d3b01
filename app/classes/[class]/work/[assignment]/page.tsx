/** How a class stands with one assignment, and for steps of labs: which claims break, and how. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { standingAt } from '../../../../_classes/schedule.ts'
import { standingText } from '../../../../_classes/standing-text.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { readGrid } from '../../../../_server/classes/grid.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { type Query, textOf } from '../../../../admin/_parts/query.ts'
import { AssignmentLinks } from '../../../_parts/assignment-links.tsx'
import { ClaimRanking } from '../../../_parts/claim-ranking.tsx'
import { ClassPage, ClassSection } from '../../../_parts/class-page.tsx'
import { StepLinks } from '../../../_parts/step-links.tsx'
import { UnitTable } from '../../../_parts/unit-table.tsx'

export const metadata: Metadata = { title: 'Assignment' }

interface AssignmentPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
  /** `step` is the id of the step to look at. */
  readonly searchParams: Promise<Query>
}

export default async function AssignmentPage({ params, searchParams }: AssignmentPageProps) {
  const { class: classId, assignment: id } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const now = requestTime()
  const [of, assignment, grid, query] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    readGrid(classId, now),
    searchParams,
  ])
  if (assignment === undefined) notFound()
  const base = `/classes/${classId}/work/${id}`
  const units = grid.units.filter(({ assignmentId }) => assignmentId === id)
  const step = units.find(({ stepId }) => stepId === textOf(query, 'step')) ?? units[0]
  return (
    <ClassPage
      of={of}
      role={role}
      here="/work"
      title={assignment.title}
      lead={`${standingText(standingAt(assignment, now), now, of.timeZone)}.`}
    >
      <AssignmentLinks assignment={assignment} classId={classId} stepId={step?.stepId} may={may} />
      <ClassSection id="standing" title="How the class stands">
        <UnitTable grid={grid} units={units} />
      </ClassSection>
      {assignment.kind === 'step' && step !== undefined ? (
        <ClassSection id="claims" title="What breaks">
          {units.length > 1 ? (
            <StepLinks
              steps={units.map(({ stepId: id, title }) => ({ id, title }))}
              chosen={step.stepId}
              path={base}
              anchor="claims"
            />
          ) : null}
          <ClaimRanking classId={classId} assignmentId={id} unit={step} />
        </ClassSection>
      ) : null}
    </ClassPage>
  )
}
