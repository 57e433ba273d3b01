/** The published review of one's own work: points, words, and comments that can be answered. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requireClass } from '../../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'
import {
  type CommentView,
  readFeedback,
} from '../../../../../_server/classes/reviews/review-view.ts'
import { readRubric } from '../../../../../_server/classes/reviews/rubrics.ts'
import type { Query } from '../../../../../admin/_parts/query.ts'
import { ClassPage, ClassSection } from '../../../../_parts/class-page.tsx'
import { ReviewSummary } from '../../../../_review/review-summary.tsx'
import { StepReview } from '../../../../_review/step-review.tsx'

export const metadata: Metadata = { title: 'Review of your work' }

interface FeedbackPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
  /** `step` and `submission` say which code. */
  readonly searchParams: Promise<Query>
}

export default async function FeedbackPage({ params, searchParams }: FeedbackPageProps) {
  const { class: classId, assignment: id } = await params
  const { user, role, may } = await requireClass('class.read-feedback', classId)
  const [of, assignment, query] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    searchParams,
  ])
  if (assignment?.kind !== 'step') notFound()
  const [review, { rubric }] = await Promise.all([readFeedback(id, user.id), readRubric(id)])
  const base = `/classes/${classId}/work/${id}/feedback`
  const nameOf = ({ userId, name }: { readonly userId: string; readonly name: string }) =>
    userId === user.id ? 'You' : name
  return (
    <ClassPage of={of} role={role} here="" title={`Review: ${assignment.title}`}>
      <p className="mb-6 text-sm">
        <Link href={`/classes/${classId}`} className="text-accent underline underline-offset-4">
          Your work in this class
        </Link>
      </p>
      {review === undefined ? (
        <p className="max-w-prose text-muted leading-relaxed">
          There is nothing to read yet. When a review of your work is published, it stands here:
          comments on your code, which you can answer, and words about the whole.
        </p>
      ) : (
        <div className="grid gap-x-8 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 lg:order-2">
            <ClassSection id="marks" title="The whole">
              <ReviewSummary {...{ rubric, review, nameOf }} zone={of.timeZone} />
            </ClassSection>
          </div>
          <StepReview
            {...{ classId, assignment, base, nameOf }}
            userId={user.id}
            query={withComments(query, newestOf(review.comments))}
            zone={of.timeZone}
            comments={review.comments}
            rights={{ mayAnswer: may('class.answer'), mayComment: false }}
          />
        </div>
      )}
    </ClassPage>
  )
}

/** The newest submission with a comment: ids grow with time. */
function newestOf(comments: readonly CommentView[]): string | undefined {
  return comments
    .map(({ submissionId }) => submissionId)
    .toSorted()
    .at(-1)
}

/** Whoever asks for nothing in particular sees the code that was commented on. */
function withComments(query: Query, submissionId: string | undefined): Query {
  return query.submission === undefined && query.step === undefined && submissionId !== undefined
    ? { ...query, submission: submissionId }
    : query
}
