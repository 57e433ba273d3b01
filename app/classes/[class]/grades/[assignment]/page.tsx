/** The grades of one assignment: how they come about, who sees them, and grading it again. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '../../../../_accounts/action-button.tsx'
import type { Grade } from '../../../../_classes/grades/grade.ts'
import { pointsText } from '../../../../_classes/grades/points.ts'
import { rulesText } from '../../../../_classes/grades/rules-text.ts'
import { dateTimeText } from '../../../../_classes/when-text.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import type { AssignmentView } from '../../../../_server/classes/assignments.ts'
import { type ClassView, readClass } from '../../../../_server/classes/classes.ts'
import { readGradebook } from '../../../../_server/classes/grades/gradebook.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { LinkButton } from '../../../../_ui/link-button.tsx'
import { RegradePanel } from '../../../_grades/regrade-panel.tsx'
import { ClassPage, ClassSection } from '../../../_parts/class-page.tsx'

export const metadata: Metadata = { title: 'Grades of an assignment' }

interface WorkGradesPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
}

export default async function WorkGradesPage({ params }: WorkGradesPageProps) {
  const { class: classId, assignment: assignmentId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const now = requestTime()
  const [of, book] = await Promise.all([
    readClass(classId),
    readGradebook(classId, now, { assignmentId }),
  ])
  const [work] = book.assignments
  if (work === undefined) notFound()
  const mayGrade = may('class.grade')
  const grades = book.learners.flatMap((one) => one.grades[0] ?? [])
  return (
    <ClassPage
      of={of}
      role={role}
      here="/grades"
      title={`Grades: ${work.title}`}
      lead={rulesText(work)}
    >
      <p className="mb-8 flex flex-wrap gap-3">
        <LinkButton href={`/classes/${classId}/grades?sort=${work.id}`} look="secondary">
          In the gradebook
        </LinkButton>
        {may('class.change') ? (
          <LinkButton href={`/classes/${classId}/work/${work.id}/edit`} look="secondary">
            Change points and rules
          </LinkButton>
        ) : null}
      </p>
      <ClassSection id="standing" title="So far">
        <p className="max-w-prose leading-relaxed">{summaryOf(grades)}</p>
      </ClassSection>
      <Release {...{ of, work, mayGrade }} />
      {work.kind === 'step' ? (
        <RegradePanel {...{ of, work, mayGrade, now }} learners={book.learners} />
      ) : null}
    </ClassPage>
  )
}

function summaryOf(grades: readonly Grade[]): string {
  const graded = grades.filter(({ kind }) => kind === 'graded')
  const sorted = graded.map(({ hundredths }) => hundredths).toSorted((a, b) => a - b)
  const median = sorted[Math.floor((sorted.length - 1) / 2)]
  const adjusted = grades.filter(({ adjustment }) => adjustment !== undefined).length
  if (median === undefined) return `None of ${grades.length} learners has a grade yet.`
  return (
    `${graded.length} of ${grades.length} learners have a grade; half of them have ` +
    `${pointsText(median)} points or less. ${adjusted} adjusted by hand.`
  )
}

interface ReleaseProps {
  readonly of: ClassView
  readonly work: AssignmentView
  readonly mayGrade: boolean
}

function Release({ of, work, mayGrade }: ReleaseProps) {
  const { id, releasedAt } = work
  const isReleased = releasedAt !== undefined
  return (
    <ClassSection id="release" title="What learners see">
      <p className="mb-4 max-w-prose leading-relaxed">
        {isReleased
          ? `Released since ${dateTimeText(releasedAt, of.timeZone)}: each learner sees their own grade and what it is made of.`
          : 'Not released: learners see that there is no grade to see yet, and nothing else.'}
      </p>
      {mayGrade ? (
        <ActionButton
          method="POST"
          path={`/api/classes/${of.id}/assignments/${id}/released`}
          body={{ isReleased: !isReleased }}
          size="medium"
          done={isReleased ? 'They are withheld.' : 'They are released.'}
        >
          {isReleased ? 'Withhold the grades' : 'Release the grades'}
        </ActionButton>
      ) : null}
    </ClassSection>
  )
}
