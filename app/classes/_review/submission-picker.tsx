/** What a learner handed in for a step, with the way to each. */
import Link from 'next/link'
import type { LearnerSubmission } from '../../_server/classes/learner-submissions.ts'
import type { CommentView } from '../../_server/classes/reviews/review-view.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { SUBMISSION_HEADS, SubmissionCells } from '../_parts/submission-cells.tsx'

interface SubmissionPickerProps {
  readonly submissions: readonly LearnerSubmission[]
  readonly shown: LearnerSubmission
  readonly comments: readonly CommentView[]
  readonly base: string
  readonly zone: string
}

export function SubmissionPicker(props: SubmissionPickerProps) {
  const { submissions, shown, comments, base, zone } = props
  return (
    <Table label="Submissions, the newest first" heads={[...SUBMISSION_HEADS, 'Comments', 'Code']}>
      {submissions.map(({ id, stepId, ...submission }) => (
        <tr key={id} className={`border-line border-b ${id === shown.id ? 'bg-surface' : ''}`}>
          <SubmissionCells submission={submission} zone={zone} />
          <Cell isQuiet>{comments.filter(({ submissionId }) => submissionId === id).length}</Cell>
          <Cell>
            <Link
              href={`${base}?${new URLSearchParams({ step: stepId, submission: id })}#code`}
              aria-current={id === shown.id ? 'true' : undefined}
              className="text-accent underline underline-offset-4"
            >
              {id === shown.id ? 'shown below' : 'show'}
            </Link>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
