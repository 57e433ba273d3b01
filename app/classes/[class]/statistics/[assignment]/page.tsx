/** What the work of a class says about the questions of a quiz, or about the checks of a lab. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ITEM_ORDERS } from '../../../../_classes/statistics/item-order.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { listMembers } from '../../../../_server/classes/members.ts'
import { readShownNames } from '../../../../_server/classes/shown-names.ts'
import { unitsOf } from '../../../../_server/classes/work-catalogue.ts'
import { type Query, textOf } from '../../../../admin/_parts/query.ts'
import { ClassPage, ClassSection } from '../../../_parts/class-page.tsx'
import { NamesSwitch } from '../../../_parts/names-switch.tsx'
import { StepLinks } from '../../../_parts/step-links.tsx'
import { CheckStatistics } from '../../../_statistics/check-statistics.tsx'
import { QuizStatistics } from '../../../_statistics/quiz-statistics.tsx'

export const metadata: Metadata = { title: 'Statistics of an assignment' }

interface StatisticsPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
  /** `order` of the table, `step` of a lab, `talk`: the question to talk about. */
  readonly searchParams: Promise<Query>
}

export default async function AssignmentStatisticsPage(props: StatisticsPageProps) {
  const { class: classId, assignment: id } = await props.params
  const { role } = await requireClass('class.see-progress', classId)
  const [of, assignment, members, names, query] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    listMembers(classId),
    readShownNames(classId),
    props.searchParams,
  ])
  if (assignment === undefined) notFound()
  const units = await unitsOf([assignment])
  const unit = units.find(({ stepId }) => stepId === textOf(query, 'step')) ?? units[0]
  const path = `/classes/${classId}/statistics/${id}`
  const learners = members.filter(
    ({ role: theirs, state }) => theirs === 'learner' && state === 'active',
  ).length
  const order = ITEM_ORDERS.find((one) => one === textOf(query, 'order')) ?? 'place'
  const shared = { classId, path, learners, order }
  return (
    <ClassPage of={of} role={role} here="/statistics" title={`Statistics: ${assignment.title}`}>
      <p className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <Link
          href={`/classes/${classId}/work/${id}`}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
        >
          How the class stands with it
        </Link>
        <NamesSwitch areHidden={names.areHidden} />
      </p>
      {assignment.kind === 'quiz' ? (
        <QuizStatistics {...shared} setId={assignment.target} talk={textOf(query, 'talk')} />
      ) : null}
      {assignment.kind === 'step' && unit !== undefined ? (
        <ClassSection id="checks" title={`Checks of “${unit.title}”`}>
          {units.length > 1 ? (
            <StepLinks
              steps={units.map(({ stepId: id, title }) => ({ id, title }))}
              chosen={unit.stepId}
              path={path}
              anchor="checks"
            />
          ) : null}
          <CheckStatistics {...shared} unit={unit} />
        </ClassSection>
      ) : null}
      {assignment.kind === 'lesson' ? (
        <p className="max-w-prose text-muted leading-relaxed">
          A lesson has no checks of its own. Who has read it stands on the page about how the class
          stands with it.
        </p>
      ) : null}
    </ClassPage>
  )
}
