/** POST: tells the class something. */
import { z } from 'zod'
import { announce } from '../../../../_server/classes/announcements.ts'
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { lineRule } from '../../../../_server/classes/form-rules.ts'

const TEXT_LENGTH_MAX = 4_000

const Body = z.object({
  title: lineRule('the title'),
  text: z.string().trim().max(TEXT_LENGTH_MAX, `Use ${TEXT_LENGTH_MAX} characters at most.`),
})

export const POST = classRoute('class.change', Body, ({ user, classId, value }) =>
  announce(user, classId, value),
)
