/** POST: takes the learners of a connected course onto the roster. */
import { bareClassRoute } from '../../../../../../_server/classes/class-route.ts'
import { importMembers } from '../../../../../../_server/lti/course-members.ts'

export const POST = bareClassRoute('class.change', ({ user, classId, part }) =>
  importMembers(user, classId, part('course')),
)
