/** POST: begins to see the class as this learner does. */
import { classRoute } from '#app/_server/classes/class-route.ts'
import { ReasonBody, startView } from '#app/_server/viewing/viewings.ts'

export const POST = classRoute('class.view-as', ReasonBody, ({ user, classId, part, value }) =>
  startView(user, { ...value, classId, userId: part('person') }),
)
