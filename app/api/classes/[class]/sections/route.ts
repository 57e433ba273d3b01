/** POST: makes a section. */
import { z } from 'zod'
import { classRoute } from '../../../../_server/classes/class-route.ts'
import { lineRule } from '../../../../_server/classes/form-rules.ts'
import { makeSection } from '../../../../_server/classes/sections.ts'

const Body = z.object({ name: lineRule('the name of the section') })

export const POST = classRoute('class.change', Body, ({ user, classId, value }) =>
  makeSection(user, classId, value.name),
)
