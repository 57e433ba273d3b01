/** POST: marks a comment on code as dealt with, or as open again. */
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { setResolved } from '../../../../../../_server/classes/reviews/answers.ts'
import { ResolvedForm } from '../../../../../../_server/classes/reviews/review-forms.ts'

export const POST = classRoute(
  'class.answer',
  ResolvedForm,
  ({ user, role, classId, part, value }) =>
    setResolved(user, { classId, commentId: part('comment'), role }, value.isResolved),
)
