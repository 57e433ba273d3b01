/** DELETE: ends a link that invites into the class. */
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'
import { endInvite } from '../../../../../_server/classes/invites.ts'

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  endInvite(user, classId, part('invite')),
)
