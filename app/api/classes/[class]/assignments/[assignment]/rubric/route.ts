/** POST: keeps a new version of the rubric of an assignment. */
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import {
  RUBRIC_BYTES_MAX,
  RubricForm,
} from '../../../../../../_server/classes/reviews/review-forms.ts'
import { keepRubric } from '../../../../../../_server/classes/reviews/rubrics.ts'

export const POST = classRoute(
  'class.change',
  RubricForm,
  ({ user, classId, part, value: { criteria, ...rest } }) =>
    keepRubric(user, { classId, assignmentId: part('assignment'), rubric: { criteria }, ...rest }),
  { bytesMax: RUBRIC_BYTES_MAX },
)
