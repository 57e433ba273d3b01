/** The learners of a class by how their review stands. */
import Link from 'next/link'
import { REVIEW_NAMES, type ReviewState } from '../../_classes/reviews/worklist.ts'
import type { ReviewRow } from '../../_server/classes/reviews/worklist.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassTime } from '../_parts/class-time.tsx'

interface WorklistTableProps {
  readonly rows: readonly ReviewRow[]
  /** How many steps the assignment has. */
  readonly steps: number
  readonly zone: string
  readonly hrefOf: (userId: string) => string
}

const TONES: Readonly<Record<ReviewState, string>> = {
  waiting: 'text-accent',
  draft: 'text-accent',
  published: 'text-pass',
  newer: 'text-fault',
  nothing: 'text-muted',
}

const HEADS = ['Learner', 'Review', 'Handed in', 'Submissions', 'Passed', 'Points', 'Comments']

export function WorklistTable({ rows, steps, zone, hrefOf }: WorklistTableProps) {
  return (
    <Table label="Learners by review" heads={HEADS}>
      {rows.map((row) => (
        <tr key={row.userId} className="border-line border-b">
          <Cell>
            <Link href={hrefOf(row.userId)} className="text-accent underline underline-offset-4">
              {row.name}
            </Link>
          </Cell>
          <Cell>
            <span className={`whitespace-nowrap ${TONES[row.state]}`}>
              <span aria-hidden="true">{REVIEW_NAMES[row.state].sign} </span>
              {REVIEW_NAMES[row.state].name}
            </span>
          </Cell>
          <Cell isQuiet>
            {row.handedInAt === undefined ? '–' : <ClassTime at={row.handedInAt} zone={zone} />}
          </Cell>
          <Cell isQuiet>{row.submissions}</Cell>
          <Cell isQuiet>
            {row.stepsPassed} of {steps}
          </Cell>
          <Cell isQuiet>{row.points ?? '–'}</Cell>
          <Cell isQuiet>
            {row.comments}
            {row.answered === 0 ? '' : `, ${row.answered} answered by the learner`}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
