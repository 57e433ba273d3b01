/** One step of an assignment: what a learner handed in for it, and the code with its comments. */
import type { SavedView } from '../../_classes/reviews/saved-comments.ts'
import type { AssignmentView } from '../../_server/classes/assignments.ts'
import { listSubmissionsOf } from '../../_server/classes/learner-submissions.ts'
import type { Author, CommentView } from '../../_server/classes/reviews/review-view.ts'
import { unitsOf } from '../../_server/classes/work-catalogue.ts'
import { type Query, textOf } from '../../admin/_parts/query.ts'
import { StepLinks } from '../_parts/step-links.tsx'
import type { TalkRights } from './comment-thread.tsx'
import { ReviewedCode } from './reviewed-code.tsx'
import { SubmissionPicker } from './submission-picker.tsx'

interface StepReviewProps {
  readonly classId: string
  /** The learner. */
  readonly userId: string
  readonly assignment: AssignmentView
  readonly comments: readonly CommentView[]
  /** Of the page. */
  readonly base: string
  /** `step` and `submission`. */
  readonly query: Query
  readonly zone: string
  readonly rights: TalkRights
  readonly nameOf: (author: Author) => string
  readonly writing?: { readonly path: string; readonly saved: readonly SavedView[] }
}

export async function StepReview(props: StepReviewProps) {
  const { classId, userId, assignment, comments, base, query, zone, rights, nameOf } = props
  const steps = await unitsOf([assignment])
  const all = await Promise.all(
    steps.map(async (step) => ({
      step,
      submissions: await listSubmissionsOf(userId, step.target, step.stepId),
    })),
  )
  const wanted = textOf(query, 'submission')
  const chosen =
    all.find(({ step }) => step.stepId === textOf(query, 'step')) ??
    all.find(({ submissions }) => submissions.some(({ id }) => id === wanted)) ??
    all.find(({ submissions }) => submissions.length > 0) ??
    all[0]
  if (chosen === undefined) return null
  const { step, submissions } = chosen
  const shown = submissions.find(({ id }) => id === wanted) ?? submissions[0]
  return (
    <div className="min-w-0">
      {steps.length > 1 ? (
        <StepLinks
          steps={steps.map(({ stepId: id, title }) => ({ id, title }))}
          chosen={step.stepId}
          path={base}
        />
      ) : null}
      <h2 id="code" className="mb-3 font-semibold text-xl tracking-tight">
        {step.title}
      </h2>
      {shown === undefined ? (
        <p className="text-muted">Nothing was handed in for this step yet.</p>
      ) : (
        <>
          <SubmissionPicker {...{ submissions, shown, comments, base, zone }} />
          <div className="mt-6">
            <ReviewedCode
              {...{ classId, userId, shown, submissions, comments, rights, zone, nameOf }}
              {...(props.writing === undefined ? {} : { writing: props.writing })}
            />
          </div>
        </>
      )}
    </div>
  )
}
