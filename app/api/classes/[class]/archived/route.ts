/** POST: archives the class, or brings it back. */
import { z } from 'zod'
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { setArchived } from '../../../../_server/classes/classes.ts'

const Body = z.object({ isArchived: z.boolean() })

export const POST = classRoute('class.archive', Body, ({ user, classId, value }) =>
  setArchived(user, classId, value.isArchived),
)
