/** Makes or changes the rubric of an assignment; a change counts for all of its reviews. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireClass } from '../../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'
import { readRubric } from '../../../../../_server/classes/reviews/rubrics.ts'
import { readWorklist } from '../../../../../_server/classes/reviews/worklist.ts'
import { readShownNames } from '../../../../../_server/classes/shown-names.ts'
import { ClassPage } from '../../../../_parts/class-page.tsx'
import { RubricForm } from '../../../../_review/rubric-form.tsx'

export const metadata: Metadata = { title: 'Rubric' }

interface RubricPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
}

export default async function RubricPage({ params }: RubricPageProps) {
  const { class: classId, assignment: id } = await params
  const { role } = await requireClass('class.change', classId)
  const [of, assignment, names] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    readShownNames(classId),
  ])
  if (assignment?.kind !== 'step') notFound()
  const [{ rubric, version }, rows] = await Promise.all([
    readRubric(id),
    readWorklist(classId, assignment, names.nameOf),
  ])
  const reviewed = rows.filter(({ state }) => state !== 'waiting' && state !== 'nothing')
  const published = reviewed.filter(({ state }) => state !== 'draft').length
  return (
    <ClassPage
      of={of}
      role={role}
      here="/work"
      title={`Rubric: ${assignment.title}`}
      lead="A criterion has levels, of which one is chosen, or items that add to nothing or take from its full points. Whoever reviews chooses; the points follow."
    >
      {reviewed.length === 0 ? null : (
        <p className="mb-6 max-w-prose rounded-md border border-fault p-3 text-sm">
          <strong>This rubric is in use.</strong> {reviewed.length}{' '}
          {reviewed.length === 1 ? 'review uses' : 'reviews use'} it, {published} of them published.
          A change counts for all of them. You see whose points it changes before it is kept.
        </p>
      )}
      <RubricForm
        path={`/api/classes/${classId}/assignments/${id}/rubric`}
        next={`/classes/${classId}/work/${id}/review`}
        version={version}
        criteria={rubric?.criteria ?? []}
        names={reviewed.map(({ userId, name }) => [userId, name])}
      />
    </ClassPage>
  )
}
