/** The work of a class, with what there is to see of each piece. */
import Link from 'next/link'
import type { AssignmentView } from '../../_server/classes/assignments.ts'
import type { Grid } from '../../_server/classes/grid.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'

interface AssignmentListProps {
  readonly classId: string
  readonly assignments: readonly AssignmentView[]
  readonly grid: Grid
}

const KINDS = { step: 'lab', lesson: 'lesson', quiz: 'quiz' } as const

export function AssignmentList({ classId, assignments, grid }: AssignmentListProps) {
  if (assignments.length === 0) {
    return (
      <p className="max-w-prose text-muted leading-relaxed">
        The class has no work yet.{' '}
        <Link
          href={`/classes/${classId}/work/new`}
          className="text-accent underline underline-offset-4"
        >
          Give it a quiz or a step of a lab
        </Link>
        , and this page will say which questions and checks are hard, and which misconceptions many
        hold.
      </p>
    )
  }
  return (
    <Table
      label="Assignments"
      heads={['Assignment', 'Kind', 'Learners who took part', 'Statistics']}
    >
      {assignments.map(({ id, title, kind, stepIds }) => (
        <tr key={id} className="border-line border-b">
          <Cell>
            {kind === 'lesson' ? (
              title
            ) : (
              <Link
                href={`/classes/${classId}/statistics/${id}`}
                className="text-accent underline underline-offset-4"
              >
                {title}
              </Link>
            )}
          </Cell>
          <Cell isQuiet>{KINDS[kind]}</Cell>
          <Cell isQuiet>
            {tookPart(grid, id)} of {grid.learners.length}
          </Cell>
          <Cell isQuiet>{whatThereIs(kind, stepIds.length)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

function whatThereIs(kind: AssignmentView['kind'], steps: number): string {
  switch (kind) {
    case 'quiz':
      return 'questions, misconceptions, confidence'
    case 'step':
      return steps === 1 ? 'checks' : `checks of ${steps} steps`
    case 'lesson':
      return 'none: it has no checks'
  }
}

/** Who handed something in, or read it to its end. */
function tookPart({ units, learners }: Grid, assignmentId: string): number {
  return learners.filter(({ row }) =>
    row.cells.some(
      ({ tries, mark }, at) =>
        units[at]?.assignmentId === assignmentId &&
        (tries > 0 || mark === 'done' || mark === 'done-late'),
    ),
  ).length
}
