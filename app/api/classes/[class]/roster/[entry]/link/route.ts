/** POST: makes a link for one line of the roster. */
import { bareClassRoute } from '../../../../../../_server/classes/class-route.ts'
import { makeClaimLink } from '../../../../../../_server/classes/roster.ts'

export const POST = bareClassRoute('class.change', ({ user, classId, part }) =>
  makeClaimLink(user, classId, part('entry')),
)
