/** POST: says what importing a roster would do, and which of its lines are wrong. */
import { classRoute } from '../../../../../_server/classes/class-route.ts'
import { previewRoster } from '../../../../../_server/classes/roster.ts'
import { rosterRule } from '../../../../../_server/classes/roster-rule.ts'

export const POST = classRoute(
  'class.change',
  rosterRule,
  async ({ classId, value }) => ({ kind: 'done', value: await previewRoster(classId, value.text) }),
  { bytesMax: 1_000_000 },
)
