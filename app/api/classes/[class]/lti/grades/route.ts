/** POST: sends the released grades to the connected courses now. */
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'
import { sendGradesNow } from '../../../../../_server/lti/passback-state.ts'

export const POST = bareClassRoute('class.grade', ({ user, classId }) =>
  sendGradesNow(user, classId),
)
