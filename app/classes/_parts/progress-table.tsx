/** The grid itself: a real table, so that screen readers say learner and work of each cell. */
import Link from 'next/link'
import { isQuiet } from '../../_classes/progress/learner-row.ts'
import type { WorkUnit } from '../../_classes/progress/work-unit.ts'
import { durationText } from '../../_classes/when-text.ts'
import type { GridLearner } from '../../_server/classes/grid.ts'
import { ScrollArea } from '../../_ui/scroll-area.tsx'
import { Mark } from './mark.tsx'

interface ProgressTableProps {
  readonly classId: string
  readonly units: readonly WorkUnit[]
  readonly learners: readonly GridLearner[]
  readonly now: Date
}

const STICKY = 'sticky left-0 z-10 bg-page'

export function ProgressTable({ classId, units, learners, now }: ProgressTableProps) {
  return (
    // What only screen readers see is placed in it, and does not widen the page.
    <ScrollArea label="Learners by work" className="max-h-[80vh]">
      <table className="border-separate border-spacing-0 text-left text-sm">
        <caption className="sr-only">
          A line for each learner, a column for each piece of work.
        </caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} ${STICKY} z-20 font-semibold`}>
              Learner
            </th>
            <th scope="col" className={`${HEAD} font-semibold`}>
              Done
            </th>
            <th scope="col" className={`${HEAD} whitespace-nowrap font-semibold`}>
              No progress for
            </th>
            {units.map((unit) => (
              <th key={unit.key} scope="col" className={`${HEAD} min-w-20 max-w-32 font-normal`}>
                <Link
                  href={`/classes/${classId}/work/${unit.assignmentId}${unit.stepId === '' ? '' : `?step=${unit.stepId}`}`}
                  className="text-accent underline-offset-4 hover:underline"
                >
                  {unit.title}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {learners.map((learner) => (
            <Row key={learner.userId} {...{ classId, units, learner, now }} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

const HEAD = 'sticky top-0 z-10 border-line-strong border-b bg-page py-2 pr-4 align-bottom'
const BODY = 'border-line border-b py-1.5 pr-4'

function Row({
  classId,
  units,
  learner,
  now,
}: Omit<ProgressTableProps, 'learners'> & { readonly learner: GridLearner }) {
  const { userId, name, row } = learner
  const quiet = row.quietSince
  return (
    <tr>
      <th scope="row" className={`${BODY} ${STICKY} max-w-44 font-normal`}>
        <Link
          href={`/classes/${classId}/people/${userId}`}
          className="block truncate text-accent underline underline-offset-4"
        >
          {name}
        </Link>
      </th>
      <td className={`${BODY} whitespace-nowrap tabular-nums`}>
        {row.done} of {units.length}
      </td>
      <td
        className={`${BODY} whitespace-nowrap tabular-nums ${isQuiet(row, now) ? 'font-medium text-fault' : 'text-muted'}`}
      >
        {quiet === undefined ? '–' : durationText(now.getTime() - quiet.getTime())}
        {isQuiet(row, now) ? <span aria-hidden="true"> !</span> : null}
      </td>
      {row.cells.map((cell, index) => (
        <td key={units[index]?.key} className={BODY}>
          <Mark cell={cell} />
        </td>
      ))}
    </tr>
  )
}
