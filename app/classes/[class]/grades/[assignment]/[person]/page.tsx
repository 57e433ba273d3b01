/** One grade: what it is made of, and what staff change of it by hand. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionButton } from '../../../../../_accounts/action-button.tsx'
import { withReason } from '../../../../../_classes/grades/with-reason.ts'
import { dateTimeText } from '../../../../../_classes/when-text.ts'
import { requireClass } from '../../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'
import { readGradebook } from '../../../../../_server/classes/grades/gradebook.ts'
import { readShownNames } from '../../../../../_server/classes/shown-names.ts'
import { requestTime } from '../../../../../_server/request-time.ts'
import { ClassForm } from '../../../../_forms/class-form.tsx'
import { ADJUSTMENT_FIELDS } from '../../../../_grades/adjustment-fields.ts'
import { Breakdown } from '../../../../_grades/breakdown.tsx'
import { ClassPage, ClassSection } from '../../../../_parts/class-page.tsx'

export const metadata: Metadata = { title: 'Grade' }

interface GradePageProps {
  readonly params: Promise<{
    readonly class: string
    readonly assignment: string
    readonly person: string
  }>
}

export default async function GradePage({ params }: GradePageProps) {
  const { class: classId, assignment: assignmentId, person: userId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, book, names] = await Promise.all([
    readClass(classId),
    readGradebook(classId, requestTime(), { userId, assignmentId }),
    readShownNames(classId),
  ])
  const [work] = book.assignments
  const [learner] = book.learners
  const grade = learner?.grades[0]
  if (work === undefined || learner === undefined || grade === undefined) notFound()
  const name = names.nameOf(learner)
  const path = `/api/classes/${classId}/assignments/${work.id}/adjustments/${userId}`
  const step = work.kind === 'step' ? `?step=${work.target}/${work.stepIds[0] ?? ''}` : ''
  return (
    <ClassPage
      of={of}
      role={role}
      here="/grades"
      title={`${name}: ${work.title}`}
      lead={
        work.releasedAt === undefined
          ? 'The learner does not see this grade yet.'
          : `The learner sees this grade since ${dateTimeText(work.releasedAt, of.timeZone)}.`
      }
    >
      <Breakdown grade={withReason(grade, names.textOf)} />
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Way href={`/classes/${classId}/people/${userId}${step}#attempts`}>The submissions</Way>
        <Way href={`/classes/${classId}/grades/${work.id}`}>All grades of {work.title}</Way>
        <Way href={`/classes/${classId}/grades`}>The gradebook</Way>
      </p>
      {may('class.grade') ? (
        <ClassSection id="adjust" title="Adjust it by hand">
          <p className="mb-4 max-w-prose text-muted text-sm leading-relaxed">
            What you adjust stays when work is handed in or graded again. The learner reads the
            reason and your name with the grade.
          </p>
          <ClassForm
            method="POST"
            path={path}
            fields={ADJUSTMENT_FIELDS}
            button={grade.adjustment === undefined ? 'Adjust the grade' : 'Adjust it anew'}
            look="secondary"
            done="It is adjusted."
          />
          {grade.adjustment === undefined ? null : (
            <div className="mt-4">
              <ActionButton method="DELETE" path={path} size="medium" done="It is taken back.">
                Take the adjustment back
              </ActionButton>
            </div>
          )}
        </ClassSection>
      ) : null}
    </ClassPage>
  )
}

function Way({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
    >
      {children}
    </Link>
  )
}
