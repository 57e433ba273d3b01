/** The assignments of a class with their dates and rules. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { standingAt } from '../../../_classes/schedule.ts'
import { requireClass } from '../../../_server/authorise/page-door.ts'
import { type AssignmentView, listAssignments } from '../../../_server/classes/assignments.ts'
import { type ClassView, readClass } from '../../../_server/classes/classes.ts'
import { listExtensions } from '../../../_server/classes/extensions.ts'
import { requestTime } from '../../../_server/request-time.ts'
import { LinkButton } from '../../../_ui/link-button.tsx'
import { Cell, Table } from '../../../admin/_parts/table.tsx'
import { ClassPage } from '../../_parts/class-page.tsx'
import { ClassTime } from '../../_parts/class-time.tsx'

export const metadata: Metadata = { title: 'Work' }

interface WorkPageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function WorkPage({ params }: WorkPageProps) {
  const { class: classId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, assignments, extensions] = await Promise.all([
    readClass(classId),
    listAssignments(classId),
    listExtensions(classId),
  ])
  const mayChange = may('class.change')
  return (
    <ClassPage of={of} role={role} here="/work" title="Work">
      <p className="mb-5 flex flex-wrap gap-3">
        {mayChange ? (
          <LinkButton href={`/classes/${classId}/work/new`}>Give work</LinkButton>
        ) : null}
        <LinkButton href={`/classes/${classId}/work/preview`} look="secondary">
          What will a learner see on a day?
        </LinkButton>
      </p>
      {assignments.length === 0 ? (
        <p className="max-w-prose text-muted leading-relaxed">
          The class was given nothing yet. An assignment is some steps of a lab, or a lesson, with a
          day on which it opens and mostly one on which it is due. Learners see it with the way
          there.
        </p>
      ) : (
        <Table
          label="Assignments"
          heads={['Title', 'What', 'Opens', 'Due', 'Late work', 'Now', 'Extensions', 'Change']}
        >
          {assignments.map((one) => (
            <Row
              key={one.id}
              {...{ of, one, mayChange }}
              extensions={extensions.filter(({ assignmentId }) => assignmentId === one.id).length}
            />
          ))}
        </Table>
      )}
    </ClassPage>
  )
}

interface RowProps {
  readonly of: ClassView
  readonly one: AssignmentView
  readonly extensions: number
  readonly mayChange: boolean
}

const NOW = { 'not-open': 'not open yet', open: 'open', late: 'late', closed: 'closed' } as const

function Row({ of, one, extensions, mayChange }: RowProps) {
  const { id, title, kind, stepIds, opensAt, dueAt } = one
  const base = `/classes/${of.id}/work/${id}`
  return (
    <tr className="border-line border-b">
      <Cell>
        <Link href={base} className="text-accent underline underline-offset-4">
          {title}
        </Link>
      </Cell>
      <Cell>
        {kind === 'step' ? `${stepIds.length} ${stepIds.length === 1 ? 'step' : 'steps'}` : kind}
      </Cell>
      <Cell isQuiet>
        <ClassTime at={opensAt} zone={of.timeZone} />
      </Cell>
      <Cell isQuiet>
        {dueAt === undefined ? 'never' : <ClassTime at={dueAt} zone={of.timeZone} />}
      </Cell>
      <Cell>
        <LateRule one={one} zone={of.timeZone} />
      </Cell>
      <Cell>{NOW[standingAt(one, requestTime()).kind]}</Cell>
      <Cell isQuiet>{extensions}</Cell>
      <Cell>
        {mayChange ? (
          <Link
            href={`${base}/edit`}
            aria-label={`Change ${title}`}
            className="text-accent underline underline-offset-4"
          >
            Change
          </Link>
        ) : (
          '–'
        )}
      </Cell>
    </tr>
  )
}

function LateRule({ one, zone }: { readonly one: AssignmentView; readonly zone: string }) {
  const { lateUntil, latePercentDay } = one
  if (lateUntil === undefined) return 'does not count'
  return (
    <>
      −{latePercentDay} % a day, until <ClassTime at={lateUntil} zone={zone} />
    </>
  )
}
