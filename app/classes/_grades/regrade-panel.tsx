/** Grading an assignment again: ordering it, who would change, and applying or discarding that. */
import Link from 'next/link'
import { ActionButton } from '../../_accounts/action-button.tsx'
import { breakdownOf, gradeText } from '../../_classes/grades/grade-text.ts'
import { type GradeChange, gradeChanges } from '../../_classes/grades/regrade-changes.ts'
import type { AssignmentView } from '../../_server/classes/assignments.ts'
import type { ClassView } from '../../_server/classes/classes.ts'
import { type LearnerGrades, readGradebook } from '../../_server/classes/grades/gradebook.ts'
import { type RegradeView, readRegrade } from '../../_server/classes/grades/regrade.ts'
import { readShownNames } from '../../_server/classes/shown-names.ts'
import { counted } from '../../_ui/count-text.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassSection } from '../_parts/class-page.tsx'
import { LoadAgain } from './load-again.tsx'

interface RegradePanelProps {
  readonly of: ClassView
  readonly work: AssignmentView
  readonly mayGrade: boolean
  readonly now: Date
  /** With their grades as they are. */
  readonly learners: readonly LearnerGrades[]
}

export async function RegradePanel({ of, work, mayGrade, now, learners }: RegradePanelProps) {
  const regrade = await readRegrade(work.id)
  const path = `/api/classes/${of.id}/assignments/${work.id}/regrade`
  return (
    <ClassSection id="regrade" title="Grade it again">
      <p className="mb-4 max-w-prose text-muted leading-relaxed">
        When the lab has changed, its present version judges what was handed in once more. You see
        who would change before any grade does. What you adjusted by hand stays.
      </p>
      {regrade === undefined ? null : (
        <>
          <Progress regrade={regrade} />
          <Changes
            {...{ of, work, learners }}
            changes={await readChanges(of, work, now, learners)}
          />
        </>
      )}
      {mayGrade ? <Deeds path={path} regrade={regrade} /> : null}
    </ClassSection>
  )
}

async function readChanges(
  of: ClassView,
  work: AssignmentView,
  now: Date,
  before: readonly LearnerGrades[],
): Promise<readonly GradeChange[]> {
  const only = { assignmentId: work.id, previewOf: work.id }
  const [after, names] = await Promise.all([readGradebook(of.id, now, only), readShownNames(of.id)])
  const cellsOf = (learners: readonly LearnerGrades[]) =>
    learners.flatMap(({ userId, name, grades: [grade] }) =>
      grade === undefined ? [] : [{ userId, name: names.nameOf({ userId, name }), grade }],
    )
  return gradeChanges(cellsOf(before), cellsOf(after.learners))
}

function Progress({ regrade }: { readonly regrade: RegradeView }) {
  const { labVersion, graded, waiting, faults } = regrade
  return (
    <div role="status" className="mb-4 max-w-prose leading-relaxed">
      <p>
        Lab version {labVersion} has judged {counted(graded, 'submission')} again;{' '}
        {waiting === 0 ? 'none waits' : `${waiting} wait until graders have nothing else to do`}.
        {faults === 0
          ? ''
          : ` ${counted(faults, 'submission')} could not be graded again, for no fault of the learners’, and count as before.`}
      </p>
      {waiting === 0 ? null : <LoadAgain />}
    </div>
  )
}

interface ChangesProps {
  readonly of: ClassView
  readonly work: AssignmentView
  readonly learners: readonly LearnerGrades[]
  readonly changes: readonly GradeChange[]
}

function Changes({ of, work, learners, changes }: ChangesProps) {
  if (changes.length === 0) {
    return <p className="mb-4">So far nobody’s grade would change.</p>
  }
  return (
    <div className="mb-6">
      <p className="mb-2 font-medium">
        {counted(changes.length, 'learner')} of {learners.length} would change
      </p>
      <Table label="Who would change" heads={['Learner', 'Now', 'Then', 'Why']}>
        {changes.map(({ userId, name, before, after }) => (
          <tr key={userId} className="border-line border-b">
            <Cell>
              <Link
                href={`/classes/${of.id}/grades/${work.id}/${userId}`}
                className="text-accent underline underline-offset-4"
              >
                {name}
              </Link>
            </Cell>
            <Cell>{gradeText(before)}</Cell>
            <Cell>
              <span
                className={after.hundredths < before.hundredths ? 'font-medium text-fault' : ''}
              >
                <span aria-hidden="true">{after.hundredths < before.hundredths ? '▼ ' : '▲ '}</span>
                {gradeText(after)}
              </span>
            </Cell>
            <Cell>
              <ul className="min-w-64 space-y-1">
                {breakdownOf(after)
                  .filter((line) => !breakdownOf(before).includes(line))
                  .map((line) => (
                    <li key={line}>{line}</li>
                  ))}
              </ul>
            </Cell>
          </tr>
        ))}
      </Table>
    </div>
  )
}

interface DeedsProps {
  readonly path: string
  readonly regrade: RegradeView | undefined
}

function Deeds({ path, regrade }: DeedsProps) {
  if (regrade === undefined) {
    return (
      <ActionButton method="POST" path={path} size="medium" done="It is ordered.">
        Grade again, for a preview
      </ActionButton>
    )
  }
  return (
    <div className="flex flex-wrap items-start gap-3">
      {regrade.waiting > 0 ? null : (
        <ActionButton
          method="POST"
          path={`${path}/applied`}
          size="medium"
          done="It is applied."
          question={{
            title: 'Apply the regrade?',
            text: 'The grades become those of the preview. Verdicts that learners saw stay as they are.',
          }}
        >
          Apply it
        </ActionButton>
      )}
      <ActionButton method="DELETE" path={path} size="medium" done="It is discarded.">
        Discard it
      </ActionButton>
      <ActionButton method="POST" path={path} size="medium" done="It is ordered.">
        Take in what came since
      </ActionButton>
    </div>
  )
}
