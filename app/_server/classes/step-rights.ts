/** What the classes of a learner disclose of a step, and let them share of it. */
import 'server-only'
import { db } from '#db'
import { rightsAt, type StepRights } from '../../_classes/disclosure.ts'
import { scheduleFor } from '../../_classes/schedule.ts'
import { toView } from './assignments.ts'

/** By the rules of all classes in which this person is a learner; archived ones say nothing. */
export async function readStepRights(
  userId: string,
  labId: string,
  stepId: string,
  now = new Date(),
): Promise<StepRights> {
  const rows = await db.assignment.findMany({
    where: {
      kind: 'step',
      target: labId,
      stepIds: { has: stepId },
      class: {
        archivedAt: null,
        memberships: { some: { userId, role: 'learner', state: 'active' } },
      },
    },
    include: { extensions: { where: { userId } } },
  })
  const rules = rows.map(({ extensions, ...row }) => {
    const view = toView(row)
    return { ...view, schedule: scheduleFor(view, extensions[0]?.dueAt) }
  })
  return rightsAt(rules, now)
}
