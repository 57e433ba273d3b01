/** POST: answers a comment on code; learners those on their own work, once it is published. */
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { answerComment } from '../../../../../../_server/classes/reviews/answers.ts'
import { AnswerForm } from '../../../../../../_server/classes/reviews/review-forms.ts'

export const POST = classRoute('class.answer', AnswerForm, ({ user, role, classId, part, value }) =>
  answerComment(user, { classId, commentId: part('comment'), role }, value.text),
)
