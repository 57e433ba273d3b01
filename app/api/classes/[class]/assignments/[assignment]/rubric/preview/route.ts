/** POST: says whose points a rubric would change, if it were kept. */
import { classRoute } from '../../../../../../../_server/classes/class-route.ts'
import {
  RUBRIC_BYTES_MAX,
  RubricForm,
} from '../../../../../../../_server/classes/reviews/review-forms.ts'
import { previewRubric } from '../../../../../../../_server/classes/reviews/rubrics.ts'

export const POST = classRoute(
  'class.change',
  RubricForm,
  ({ classId, part, value: { criteria } }) =>
    previewRubric(classId, part('assignment'), { criteria }),
  { bytesMax: RUBRIC_BYTES_MAX },
)
