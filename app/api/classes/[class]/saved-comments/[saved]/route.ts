/** DELETE: removes a saved comment; comments that were made of it stay. */
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'
import { removeSaved } from '../../../../../_server/classes/reviews/saved-comments.ts'

export const DELETE = bareClassRoute('class.grade', ({ user, classId, part }) =>
  removeSaved(user, classId, part('saved')),
)
