/** POST: changes an assignment. DELETE: removes it. */
import {
  AssignmentForm,
  readAssignmentForm,
} from '../../../../../_server/classes/assignment-form.ts'
import { keepAssignment, removeAssignment } from '../../../../../_server/classes/assignments.ts'
import { refused } from '../../../../../_server/classes/change.ts'
import { bareClassRoute, classRoute } from '../../../../../_server/classes/class-route.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'

export const POST = classRoute(
  'class.change',
  AssignmentForm,
  async ({ user, classId, part, value }) => {
    const { timeZone } = await readClass(classId)
    const read = readAssignmentForm(value, timeZone)
    return read.kind === 'wrong'
      ? refused(400, read.error)
      : keepAssignment(user, { classId, id: part('assignment'), assignment: read.assignment })
  },
)

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  removeAssignment(user, classId, part('assignment')),
)
