/** POST: saves a comment to use again; it is seen by its writer alone. */
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { SavedForm } from '../../../../_server/classes/reviews/review-forms.ts'
import { saveComment } from '../../../../_server/classes/reviews/saved-comments.ts'

export const POST = classRoute('class.grade', SavedForm, ({ user, classId, value }) =>
  saveComment(user, classId, value),
)
