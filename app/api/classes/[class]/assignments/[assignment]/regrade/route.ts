/** POST: grades the submissions of an assignment again, for a preview. DELETE: discards that. */
import { bareClassRoute } from '../../../../../../_server/classes/class-route.ts'
import { discardRegrade, orderRegrade } from '../../../../../../_server/classes/grades/regrade.ts'

export const POST = bareClassRoute('class.grade', ({ user, classId, part }) =>
  orderRegrade(user, { classId, assignmentId: part('assignment') }),
)

export const DELETE = bareClassRoute('class.grade', ({ user, classId, part }) =>
  discardRegrade(user, { classId, assignmentId: part('assignment') }),
)
