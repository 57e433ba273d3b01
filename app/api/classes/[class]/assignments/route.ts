/** POST: gives the class a piece of work. */
import { AssignmentForm, readAssignmentForm } from '../../../../_server/classes/assignment-form.ts'
import { keepAssignment } from '../../../../_server/classes/assignments.ts'
import { refused } from '../../../../_server/classes/change.ts'
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { readClass } from '../../../../_server/classes/classes.ts'

export const POST = classRoute('class.change', AssignmentForm, async ({ user, classId, value }) => {
  const { timeZone } = await readClass(classId)
  const read = readAssignmentForm(value, timeZone)
  return read.kind === 'wrong'
    ? refused(400, read.error)
    : keepAssignment(user, { classId, id: undefined, assignment: read.assignment })
})
