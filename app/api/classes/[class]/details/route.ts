/** POST: changes what the class is called, and its time zone. */
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { setDetails } from '../../../../_server/classes/classes.ts'
import { classDetailsRule } from '../../../../_server/classes/form-rules.ts'

export const POST = classRoute('class.change', classDetailsRule, ({ user, classId, value }) =>
  setDetails(user, classId, value),
)
