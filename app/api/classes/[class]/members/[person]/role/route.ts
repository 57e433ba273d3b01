/** POST: says what somebody is in the class. */
import { z } from 'zod'
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { staffRoleRule } from '../../../../../../_server/classes/form-rules.ts'
import { setMemberRole } from '../../../../../../_server/classes/members.ts'

const Body = z.object({ role: staffRoleRule })

export const POST = classRoute('class.set-staff', Body, ({ user, classId, part, value }) =>
  setMemberRole(user, { classId, userId: part('person'), role: value.role }),
)
