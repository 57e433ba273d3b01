/** POST: grants a learner a later due date. */
import { z } from 'zod'
import { instantOf } from '../../../../../../_classes/time-zone.ts'
import { refused } from '../../../../../../_server/classes/change.ts'
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { readClass } from '../../../../../../_server/classes/classes.ts'
import { grantExtension } from '../../../../../../_server/classes/extensions.ts'
import { lineRule, wallTimeRule } from '../../../../../../_server/classes/form-rules.ts'

const Body = z.object({
  person: z.string().min(1, 'Choose a learner.').max(100),
  dueAt: wallTimeRule.min(1, 'Say when it is due for them.'),
  reason: lineRule('a reason'),
})

export const POST = classRoute('class.change', Body, async ({ user, classId, part, value }) => {
  const { timeZone } = await readClass(classId)
  const { person: userId, reason } = value
  const dueAt = instantOf(value.dueAt, timeZone)
  if (dueAt === undefined) return refused(400, `There is no such day and time: ${value.dueAt}.`)
  const assignmentId = part('assignment')
  return grantExtension(user, { classId, assignmentId, userId, dueAt, reason })
})
