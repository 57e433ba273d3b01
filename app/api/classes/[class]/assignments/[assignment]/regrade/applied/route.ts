/** POST: lets the grades of an assignment follow from its regrade. */
import { bareClassRoute } from '../../../../../../../_server/classes/class-route.ts'
import { applyRegrade } from '../../../../../../../_server/classes/grades/regrade.ts'

export const POST = bareClassRoute('class.grade', ({ user, classId, part }) =>
  applyRegrade(user, { classId, assignmentId: part('assignment') }),
)
