/** POST: comments on lines of a submission of this learner. */
import { classRoute } from '../../../../../../../../_server/classes/class-route.ts'
import { makeComment } from '../../../../../../../../_server/classes/reviews/comments.ts'
import { CommentForm } from '../../../../../../../../_server/classes/reviews/review-forms.ts'

export const POST = classRoute('class.grade', CommentForm, ({ user, classId, part, value }) =>
  makeComment(user, {
    classId,
    assignmentId: part('assignment'),
    userId: part('person'),
    ...value,
  }),
)
