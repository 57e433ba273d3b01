/** POST: says what taking the learners of a connected course onto the roster would do. */
import { bareClassRoute } from '../../../../../../../_server/classes/class-route.ts'
import { previewMembers } from '../../../../../../../_server/lti/course-members.ts'

export const POST = bareClassRoute('class.change', ({ classId, part }) =>
  previewMembers(classId, part('course')),
)
