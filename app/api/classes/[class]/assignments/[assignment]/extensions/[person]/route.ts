/** DELETE: takes an extension back. */
import { bareClassRoute } from '../../../../../../../_server/classes/class-route.ts'
import { removeExtension } from '../../../../../../../_server/classes/extensions.ts'

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  removeExtension(user, {
    classId,
    assignmentId: part('assignment'),
    userId: part('person'),
  }),
)
