/** POST: changes the words of a comment on code. DELETE: removes it, with its answers. */
import { bareClassRoute, classRoute } from '../../../../../_server/classes/class-route.ts'
import { changeComment, removeComment } from '../../../../../_server/classes/reviews/comments.ts'
import { CommentTextForm } from '../../../../../_server/classes/reviews/review-forms.ts'

export const POST = classRoute('class.grade', CommentTextForm, ({ user, classId, part, value }) =>
  changeComment(user, { classId, commentId: part('comment'), text: value.text }),
)

export const DELETE = bareClassRoute('class.grade', ({ user, classId, part }) =>
  removeComment(user, { classId, commentId: part('comment') }),
)
