/** POST: makes the class anew for another term. */
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { copyClass } from '../../../../_server/classes/copy-class.ts'
import { classDetailsRule, dayRule } from '../../../../_server/classes/form-rules.ts'

const Body = classDetailsRule.extend({ firstDay: dayRule })

export const POST = classRoute('class.archive', Body, async ({ user, classId, value }) => {
  const { firstDay, ...details } = value
  const id = await copyClass(user, { classId, details, firstDay })
  return { kind: 'done', value: { path: `/classes/${id}` } }
})
