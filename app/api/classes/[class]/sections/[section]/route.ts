/** DELETE: removes a section; whoever is in it stays in the class. */
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'
import { removeSection } from '../../../../../_server/classes/sections.ts'

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  removeSection(user, classId, part('section')),
)
