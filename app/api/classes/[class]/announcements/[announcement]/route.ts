/** DELETE: removes an announcement. */
import { removeAnnouncement } from '../../../../../_server/classes/announcements.ts'
import { bareClassRoute } from '../../../../../_server/classes/class-route.ts'

export const DELETE = bareClassRoute('class.change', ({ user, classId, part }) =>
  removeAnnouncement(user, classId, part('announcement')),
)
