/** POST: takes somebody off the class, or lets them in again. */
import { z } from 'zod'
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { setMemberState } from '../../../../../../_server/classes/members.ts'

const Body = z.object({ state: z.enum(['active', 'removed']) })

export const POST = classRoute('class.change', Body, ({ user, classId, part, may, value }) =>
  setMemberState(user, {
    classId,
    userId: part('person'),
    state: value.state,
    maySetStaff: may('class.set-staff'),
  }),
)
