/** POST: imports a roster. */
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { importRoster } from '../../../../_server/classes/roster.ts'
import { rosterRule } from '../../../../_server/classes/roster-rule.ts'

export const POST = classRoute(
  'class.change',
  rosterRule,
  ({ user, classId, value }) => importRoster(user, classId, value.text),
  { bytesMax: 1_000_000 },
)
