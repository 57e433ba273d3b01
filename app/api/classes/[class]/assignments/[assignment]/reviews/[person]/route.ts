/** POST: keeps the review of a learner's work, as a draft or published. */
import { classRoute } from '../../../../../../../_server/classes/class-route.ts'
import { ReviewForm } from '../../../../../../../_server/classes/reviews/review-forms.ts'
import { keepReview } from '../../../../../../../_server/classes/reviews/reviews.ts'

export const POST = classRoute(
  'class.grade',
  ReviewForm,
  ({ user, classId, part, value: { override, ...rest } }) =>
    keepReview(user, {
      classId,
      assignmentId: part('assignment'),
      userId: part('person'),
      override: override ?? undefined,
      ...rest,
    }),
)
