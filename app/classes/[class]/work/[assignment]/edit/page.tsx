/** Changes an assignment, or removes it. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '../../../../../_accounts/action-button.tsx'
import { wallTimeOf } from '../../../../../_classes/time-zone.ts'
import { requireClass } from '../../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'
import { readCatalogue } from '../../../../../_server/classes/work-catalogue.ts'
import { AssignmentForm } from '../../../../_forms/assignment-form.tsx'
import { ClassPage } from '../../../../_parts/class-page.tsx'

export const metadata: Metadata = { title: 'Change work' }

interface EditPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
}

export default async function EditPage({ params }: EditPageProps) {
  const { class: classId, assignment: id } = await params
  const { role } = await requireClass('class.change', classId)
  const [of, assignment, catalogue] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    readCatalogue(),
  ])
  if (assignment === undefined) notFound()
  const { id: _id, releasedAt: _released, opensAt, dueAt, lateUntil, ...rest } = assignment
  const wall = (at: Date | undefined) => (at === undefined ? '' : wallTimeOf(at, of.timeZone))
  const next = `/classes/${classId}/work`
  return (
    <ClassPage of={of} role={role} here="/work" title={`Change: ${assignment.title}`}>
      <AssignmentForm
        path={`/api/classes/${classId}/assignments/${id}`}
        next={next}
        zone={of.timeZone}
        catalogue={catalogue}
        start={{
          ...rest,
          opensAt: wall(opensAt),
          dueAt: wall(dueAt),
          lateUntil: wall(lateUntil),
        }}
      />
      <div className="mt-10">
        <ActionButton
          method="DELETE"
          path={`/api/classes/${classId}/assignments/${id}`}
          next={next}
          size="medium"
          done="It is removed."
          question={{
            title: `Remove “${assignment.title}”?`,
            text: 'Its dates, rules and extensions go. What learners handed in stays theirs.',
          }}
        >
          Remove the assignment
        </ActionButton>
      </div>
    </ClassPage>
  )
}
