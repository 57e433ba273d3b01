/** The steps of an assignment and what a learner handed in for one, with the ways to each. */
import Link from 'next/link'
import type { LearnerSubmission } from '../../_server/classes/learner-submissions.ts'
import type { CommentView } from '../../_server/classes/reviews/review-view.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { SUBMISSION_HEADS, SubmissionCells } from '../_parts/submission-cells.tsx'

export interface StepToReview {
  readonly stepId: string
  readonly title: string
}

interface StepTabsProps {
  readonly steps: readonly StepToReview[]
  readonly chosen: string
  readonly base: string
}

export function StepTabs({ steps, chosen, base }: StepTabsProps) {
  if (steps.length < 2) return null
  return (
    <nav aria-label="Steps" className="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {steps.map(({ stepId, title }) => (
        <Link
          key={stepId}
          href={`${base}?${new URLSearchParams({ step: stepId })}`}
          aria-current={stepId === chosen ? 'true' : undefined}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 aria-[current=true]:font-semibold aria-[current=true]:text-text"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}

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
