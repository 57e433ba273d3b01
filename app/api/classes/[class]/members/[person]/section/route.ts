/** POST: moves somebody to a section, or out of any. */
import { z } from 'zod'
import { classRoute } from '../../../../../../_server/classes/class-route.ts'
import { setMemberSection } from '../../../../../../_server/classes/members.ts'

const Body = z.object({ sectionId: z.string().max(100) })

export const POST = classRoute('class.change', Body, ({ user, classId, part, value }) =>
  setMemberSection(user, { classId, userId: part('person'), sectionId: value.sectionId }),
)
