/** The cells that say of a submission when it came, and what became of it. */
import type { LearnerSubmission } from '../../_server/classes/learner-submissions.ts'
import { Cell } from '../../admin/_parts/table.tsx'
import { ClassTime } from './class-time.tsx'

/** The heads of these cells. */
export const SUBMISSION_HEADS = ['When', 'Verdict', 'Checks', 'What broke first'] as const

interface SubmissionCellsProps {
  readonly submission: Pick<
    LearnerSubmission,
    'createdAt' | 'outcome' | 'checksPassed' | 'checksTotal' | 'broken'
  >
  readonly zone: string
}

export function SubmissionCells({ submission, zone }: SubmissionCellsProps) {
  const { createdAt, outcome, checksPassed, checksTotal, broken } = submission
  return (
    <>
      <Cell isQuiet>
        <ClassTime at={createdAt} zone={zone} />
      </Cell>
      <Cell>
        <span aria-hidden="true" className={outcome === 'passed' ? 'text-pass' : 'text-fault'}>
          {outcome === 'passed' ? '✓ ' : '✕ '}
        </span>
        {outcome.replaceAll('-', ' ')}
      </Cell>
      <Cell isQuiet>{checksTotal === 0 ? '–' : `${checksPassed} of ${checksTotal}`}</Cell>
      <Cell>{broken === '' ? '–' : broken}</Cell>
    </>
  )
}
