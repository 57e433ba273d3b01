/** What staff look at first: who is stuck, on what, since when; who is quiet; what comes next. */
import Link from 'next/link'
import { isQuiet } from '../../_classes/progress/learner-row.ts'
import { standingAt } from '../../_classes/schedule.ts'
import { standingText } from '../../_classes/standing-text.ts'
import { durationText } from '../../_classes/when-text.ts'
import { listAssignments } from '../../_server/classes/assignments.ts'
import type { ClassView } from '../../_server/classes/classes.ts'
import { type GridLearner, readGrid } from '../../_server/classes/grid.ts'
import { readShownNames } from '../../_server/classes/shown-names.ts'
import { LinkButton } from '../../_ui/link-button.tsx'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassSection } from './class-page.tsx'
import { NamesSwitch } from './names-switch.tsx'

const SHOWN_MAX = 10

export async function StaffOverview({ of, now }: { readonly of: ClassView; readonly now: Date }) {
  const [{ learners }, assignments, { nameOf, areHidden }] = await Promise.all([
    readGrid(of.id, now),
    listAssignments(of.id),
    readShownNames(of.id),
  ])
  if (learners.length === 0) return <NoLearners classId={of.id} />
  const base = `/classes/${of.id}`
  const quiet = learners.filter(({ row }) => isQuiet(row, now)).length
  const next = assignments
    .map((one) => ({ one, standing: standingAt(one, now) }))
    .filter(({ standing: { kind } }) => kind !== 'closed')
  return (
    <>
      <ClassSection id="stuck" title="Who is stuck">
        <Stuck {...{ learners, base, now, nameOf }} />
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <Link
            href={`${base}/progress?state=quiet&order=quiet`}
            className="text-accent underline underline-offset-4"
          >
            {quiet} of {learners.length} without progress for 48 hours
          </Link>
          <NamesSwitch areHidden={areHidden} />
        </p>
      </ClassSection>
      <ClassSection id="next" title="What is next">
        {next.length === 0 ? (
          <p className="text-muted">
            Nothing is open or to come.{' '}
            <Link href={`${base}/work/new`} className="text-accent underline underline-offset-4">
              Give the class some work
            </Link>
            .
          </p>
        ) : (
          <ul className="border-line border-t">
            {next.map(({ one, standing }) => (
              <li key={one.id} className="flex flex-wrap gap-x-4 border-line border-b py-2">
                <Link
                  href={`${base}/work/${one.id}`}
                  className="text-accent underline underline-offset-4"
                >
                  {one.title}
                </Link>
                <span className="text-muted text-sm">
                  {standingText(standing, now, of.timeZone)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </ClassSection>
    </>
  )
}

interface StuckProps {
  readonly learners: readonly GridLearner[]
  readonly base: string
  readonly now: Date
  readonly nameOf: (learner: GridLearner) => string
}

function Stuck({ learners, base, now, nameOf }: StuckProps) {
  const stuck = learners
    .flatMap((learner) =>
      learner.row.stuck === undefined ? [] : [{ learner, ...learner.row.stuck }],
    )
    .toSorted((a, b) => a.since.getTime() - b.since.getTime())
  if (stuck.length === 0) {
    return (
      <p className="text-muted">
        Nobody: no learner has three wrong submissions of open work and none that passed.
      </p>
    )
  }
  return (
    <>
      <Table label="Learners who are stuck" heads={['Learner', 'On what', 'Since', 'Submissions']}>
        {stuck.slice(0, SHOWN_MAX).map(({ learner, unit, since, tries }) => (
          <tr key={learner.userId} className="border-line border-b">
            <Cell>
              <Link
                href={`${base}/people/${learner.userId}`}
                className="text-accent underline underline-offset-4"
              >
                {nameOf(learner)}
              </Link>
            </Cell>
            <Cell>{unit.title}</Cell>
            <Cell isQuiet>{durationText(now.getTime() - since.getTime())} ago</Cell>
            <Cell isQuiet>{tries}</Cell>
          </tr>
        ))}
      </Table>
      {stuck.length > SHOWN_MAX ? (
        <p className="mt-2 text-sm">
          <Link
            href={`${base}/progress?state=stuck&order=stuck`}
            className="text-accent underline underline-offset-4"
          >
            All {stuck.length} who are stuck
          </Link>
        </p>
      ) : null}
    </>
  )
}

function NoLearners({ classId }: { readonly classId: string }) {
  return (
    <ClassSection id="begin" title="Begin here">
      <p className="max-w-prose leading-relaxed">
        Nobody is in the class yet. Import the list of your learners or make a link for them, then
        give them their first work. This page will then say who is stuck, on what, and since when.
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <LinkButton href={`/classes/${classId}/people/import`}>Import a list</LinkButton>
        <LinkButton href={`/classes/${classId}/people`} look="secondary">
          Make a link
        </LinkButton>
        <LinkButton href={`/classes/${classId}/work/new`} look="secondary">
          Give work
        </LinkButton>
      </p>
    </ClassSection>
  )
}
