/** POST: makes a link that invites into the class; staff are invited by owners only. */
import { z } from 'zod'
import { refused } from '../../../../_server/classes/change.ts'
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { numberRule, staffRoleRule } from '../../../../_server/classes/form-rules.ts'
import { makeInvite } from '../../../../_server/classes/invites.ts'

const Body = z.object({
  role: staffRoleRule,
  sectionId: z.string().max(100),
  days: numberRule('The number of days', 1, 366),
  usesMax: numberRule('The number of uses', 1, 2_000),
})

export const POST = classRoute('class.change', Body, async ({ user, classId, may, value }) =>
  value.role === 'learner' || may('class.set-staff')
    ? makeInvite(user, { classId, ...value })
    : refused(403, 'Only an owner of the class invites staff.'),
)
