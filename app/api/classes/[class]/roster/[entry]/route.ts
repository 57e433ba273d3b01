/** DELETE: takes a line off the roster whose learner has not come. */
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'
import { removeEntry } from '../../../../../_server/classes/roster.ts'

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  removeEntry(user, classId, part('entry')),
)
