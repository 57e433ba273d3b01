/** One learner, for staff: their work with its dates, and attempts at a step with differences. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StartView } from '../../../../_accounts/start-view.tsx'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { listExtensions } from '../../../../_server/classes/extensions.ts'
import { type AssignedWork, readLearnerWork } from '../../../../_server/classes/learner-work.ts'
import { listMembers } from '../../../../_server/classes/members.ts'
import { readShownNames } from '../../../../_server/classes/shown-names.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { type Query, textOf } from '../../../../admin/_parts/query.ts'
import { ClassPage, ClassSection } from '../../../_parts/class-page.tsx'
import { LearnerExtensions } from '../../../_parts/learner-extensions.tsx'
import { NamesSwitch } from '../../../_parts/names-switch.tsx'
import { StepHistory } from '../../../_parts/step-history.tsx'
import { StepLinks } from '../../../_parts/step-links.tsx'
import { WorkList } from '../../../_parts/work-list.tsx'

export const metadata: Metadata = { title: 'Learner' }

interface LearnerPageProps {
  readonly params: Promise<{ readonly class: string; readonly person: string }>
  /** `step` is a lab and a step, `from` and `to` are submissions to compare. */
  readonly searchParams: Promise<Query>
}

export default async function LearnerPage({ params, searchParams }: LearnerPageProps) {
  const { class: classId, person } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, members, query, names] = await Promise.all([
    readClass(classId),
    listMembers(classId),
    searchParams,
    readShownNames(classId),
  ])
  const member = members.find((one) => one.userId === person && one.role === 'learner')
  if (member === undefined) notFound()
  const now = requestTime()
  const [work, extensions] = await Promise.all([
    readLearnerWork(classId, person, now),
    listExtensions(classId, person),
  ])
  const steps = stepsOf(work)
  const step = steps.find(({ id }) => id === textOf(query, 'step')) ?? latestStep(steps)
  const base = `/classes/${classId}/people/${person}`
  return (
    <ClassPage
      of={of}
      role={role}
      here="/people"
      title={names.nameOf(member)}
      lead={names.areHidden ? 'Learner of this class.' : names.emailOf(member)}
    >
      <div className="mb-8">
        <NamesSwitch areHidden={names.areHidden} />
      </div>
      {may('class.view-as') ? (
        <div className="mb-8">
          <StartView path={`/api/classes/${classId}/members/${person}/view`} place="the class" />
        </div>
      ) : null}
      <ClassSection id="work" title="Work">
        <WorkList work={work} now={now} zone={of.timeZone} />
      </ClassSection>
      <LearnerExtensions
        {...{ classId, extensions, work, names }}
        userId={person}
        zone={of.timeZone}
        mayChange={may('class.change')}
      />
      <ClassSection id="attempts" title="Submissions over time">
        {step === undefined ? (
          <p className="text-muted">The class was given no step of a lab yet.</p>
        ) : (
          <>
            <StepLinks
              steps={steps.map(({ id, title, tries }) => ({ id, title: `${title} (${tries})` }))}
              chosen={step.id}
              path={base}
              anchor="attempts"
            />
            <StepHistory
              {...{ base, step }}
              userId={person}
              zone={of.timeZone}
              from={textOf(query, 'from')}
              to={textOf(query, 'to')}
            />
          </>
        )}
      </ClassSection>
    </ClassPage>
  )
}

interface StepOfClass {
  /** `raft/03-election` */
  readonly id: string
  readonly labId: string
  readonly stepId: string
  readonly title: string
  readonly tries: number
}

function stepsOf(work: readonly AssignedWork[]): readonly StepOfClass[] {
  const steps = work.flatMap(({ units }) =>
    units.flatMap(({ unit: { kind, target, stepId, title }, cell: { tries } }) =>
      kind === 'step' ? [{ id: `${target}/${stepId}`, labId: target, stepId, title, tries }] : [],
    ),
  )
  return [...new Map(steps.map((step) => [step.id, step])).values()]
}

/** The last one with submissions, for there is something to see. */
function latestStep(steps: readonly StepOfClass[]): StepOfClass | undefined {
  return steps.findLast(({ tries }) => tries > 0) ?? steps[0]
}
