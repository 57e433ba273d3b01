/** DELETE: ends the connection of a class to a course of a learning platform. */
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'
import { disconnectCourse } from '../../../../../_server/lti/courses.ts'

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  disconnectCourse(user, classId, part('course')),
)
