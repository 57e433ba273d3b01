/** The gradebook: a line for each learner, a column for each assignment, each cell a way in. */
import Link from 'next/link'
import type { GradebookQuery } from '../../_classes/grades/arrange-gradebook.ts'
import type { Grade } from '../../_classes/grades/grade.ts'
import { gradeText } from '../../_classes/grades/grade-text.ts'
import { pointsText } from '../../_classes/grades/points.ts'
import type { AssignmentView } from '../../_server/classes/assignments.ts'
import type { LearnerGrades } from '../../_server/classes/grades/gradebook.ts'
import { ScrollArea } from '../../_ui/scroll-area.tsx'
import { GridKeys } from './grid-keys.tsx'
import { SortHead } from './sort-head.tsx'

interface GradebookTableProps {
  readonly classId: string
  readonly assignments: readonly AssignmentView[]
  readonly learners: readonly LearnerGrades[]
  readonly query: GradebookQuery
}

const HEAD = 'sticky top-0 z-10 border-line-strong border-b bg-page py-2 pr-4 align-bottom'
const BODY = 'border-line border-b py-1 pr-4'
const STICKY = 'sticky left-0 bg-page'
const LINK = 'inline-flex min-h-8 min-w-8 items-center text-accent underline-offset-4'

export function GradebookTable({ classId, assignments, learners, query }: GradebookTableProps) {
  return (
    <ScrollArea label="Grades of learners by assignment" className="max-h-[80vh]">
      <GridKeys>
        <table className="border-separate border-spacing-0 text-left text-sm">
          <caption className="sr-only">
            A line for each learner, a column for each assignment. Arrow keys go from cell to cell.
          </caption>
          <thead>
            <tr>
              <SortHead {...{ classId, query }} sort="name" className={`${HEAD} ${STICKY} z-20`}>
                Learner
              </SortHead>
              <SortHead {...{ classId, query }} sort="total" className={HEAD}>
                Total so far
              </SortHead>
              {assignments.map((one) => (
                <SortHead
                  key={one.id}
                  {...{ classId, query }}
                  sort={one.id}
                  className={`${HEAD} min-w-24 max-w-36 font-normal`}
                  below={<AboutWork classId={classId} work={one} />}
                >
                  {one.title}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {learners.map((learner) => (
              <Row key={learner.userId} {...{ classId, assignments, learner }} />
            ))}
          </tbody>
        </table>
      </GridKeys>
    </ScrollArea>
  )
}

function AboutWork({ classId, work }: { readonly classId: string; readonly work: AssignmentView }) {
  return (
    <span className="block text-muted text-xs">
      of {work.points},{' '}
      <Link
        href={`/classes/${classId}/grades/${work.id}`}
        className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
        aria-label={`${work.title}: ${releaseWords(work)}`}
      >
        {releaseWords(work)}
      </Link>
    </span>
  )
}

function releaseWords({ releasedAt }: AssignmentView): string {
  return releasedAt === undefined ? 'not released' : 'released'
}

interface RowProps extends Pick<GradebookTableProps, 'classId' | 'assignments'> {
  readonly learner: LearnerGrades
}

function Row({ classId, assignments, learner }: RowProps) {
  const { userId, name, grades, total } = learner
  return (
    <tr>
      <th scope="row" className={`${BODY} ${STICKY} z-10 max-w-44 font-normal`}>
        <Link
          href={`/classes/${classId}/people/${userId}`}
          className="block min-h-8 content-center truncate text-accent underline underline-offset-4"
        >
          {name}
        </Link>
      </th>
      <td className={`${BODY} whitespace-nowrap tabular-nums`}>
        {total.hundredthsMax === 0
          ? '–'
          : `${pointsText(total.hundredths)} of ${pointsText(total.hundredthsMax)}`}
      </td>
      {assignments.map(({ id, title }, index) => (
        <td key={id} className={`${BODY} tabular-nums`}>
          <Link
            href={`/classes/${classId}/grades/${id}/${userId}`}
            className={`${LINK} hover:underline`}
            aria-label={`${name}, ${title}: ${wordsOf(grades[index])}`}
          >
            {signOf(grades[index])}
          </Link>
        </td>
      ))}
    </tr>
  )
}

function signOf(grade: Grade | undefined): string {
  if (grade === undefined || grade.kind === 'none') return '–'
  return `${pointsText(grade.hundredths)}${grade.adjustment === undefined ? '' : ' *'}`
}

function wordsOf(grade: Grade | undefined): string {
  if (grade === undefined) return 'no grade yet'
  return `${gradeText(grade)}${grade.adjustment === undefined ? '' : ', adjusted by hand'}`
}
