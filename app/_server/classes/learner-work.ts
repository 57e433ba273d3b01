/** The work of one learner: each piece with its dates for them, and how they stand with it. */
import 'server-only'
import { type Cell, cellOf } from '../../_classes/progress/cell.ts'
import { factKey, type WorkUnit } from '../../_classes/progress/work-unit.ts'
import { type Schedule, type Standing, standingAt } from '../../_classes/schedule.ts'
import { type AssignmentView, listAssignments } from './assignments.ts'
import { listExtensions } from './extensions.ts'
import { readFacts } from './facts.ts'
import { schedulesOf } from './grid.ts'
import { unitsOf } from './work-catalogue.ts'

export interface AssignedWork {
  readonly assignment: AssignmentView
  /** With their extension in it. */
  readonly schedule: Schedule
  readonly isExtended: boolean
  readonly standing: Standing
  readonly units: readonly { readonly unit: WorkUnit; readonly cell: Cell }[]
}

/** In the order in which it opens; work that is not open yet included. */
export async function readLearnerWork(
  classId: string,
  userId: string,
  now: Date,
): Promise<readonly AssignedWork[]> {
  const [assignments, extensions] = await Promise.all([
    listAssignments(classId),
    listExtensions(classId, userId),
  ])
  const units = await unitsOf(assignments)
  const facts = (await readFacts(classId, units, userId)).get(userId)
  const own = schedulesOf(assignments, extensions)(units, userId)
  return assignments.flatMap((assignment) => {
    const mine = own.filter(({ unit }) => unit.assignmentId === assignment.id)
    const schedule = mine[0]?.schedule
    if (schedule === undefined) return []
    return [
      {
        assignment,
        schedule,
        isExtended: extensions.some(({ assignmentId }) => assignmentId === assignment.id),
        standing: standingAt(schedule, now),
        units: mine.map(({ unit }) => ({
          unit,
          cell: cellOf(facts?.get(factKey(unit.kind, unit.target, unit.stepId)), schedule, now),
        })),
      },
    ]
  })
}
