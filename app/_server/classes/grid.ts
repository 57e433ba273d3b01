/** The grid of a class: its learners, its work, and how each stands with each, at an instant. */
import 'server-only'
import { type LearnerRow, learnerRow } from '../../_classes/progress/learner-row.ts'
import type { UnitOfLearner, WorkFacts, WorkUnit } from '../../_classes/progress/work-unit.ts'
import { type Schedule, scheduleFor } from '../../_classes/schedule.ts'
import { type AssignmentView, listAssignments } from './assignments.ts'
import { type ExtensionView, listExtensions } from './extensions.ts'
import { readFacts } from './facts.ts'
import { listMembers, type MemberView } from './members.ts'
import { unitsOf } from './work-catalogue.ts'

export interface GridLearner
  extends Pick<MemberView, 'userId' | 'name' | 'email' | 'sectionId' | 'joinedAt'> {
  /** The dates of each piece of work for them. */
  readonly units: readonly UnitOfLearner[]
  readonly facts: ReadonlyMap<string, WorkFacts>
  readonly row: LearnerRow
}

export interface Grid {
  readonly units: readonly WorkUnit[]
  readonly learners: readonly GridLearner[]
}

export async function readGrid(classId: string, now: Date): Promise<Grid> {
  const [members, assignments, extensions] = await Promise.all([
    listMembers(classId),
    listAssignments(classId),
    listExtensions(classId),
  ])
  const units = await unitsOf(assignments)
  const facts = await readFacts(classId, units)
  const schedules = schedulesOf(assignments, extensions)
  const learners = members
    .filter(({ role, state }) => role === 'learner' && state === 'active')
    .map(({ userId, name, email, sectionId, joinedAt }) => {
      const own = { units: schedules(units, userId), joinedAt, facts: facts.get(userId) ?? NOTHING }
      return { userId, name, email, sectionId, ...own, row: learnerRow(own, now) }
    })
  return { units, learners }
}

const NOTHING = new Map()

/** The dates of each piece of work for a learner, extensions included. */
export function schedulesOf(
  assignments: readonly AssignmentView[],
  extensions: readonly ExtensionView[],
): (units: readonly WorkUnit[], userId: string) => readonly UnitOfLearner[] {
  const byId = new Map<string, Schedule>(assignments.map((one) => [one.id, one]))
  const extended = new Map(
    extensions.map(({ assignmentId, userId, dueAt }) => [`${assignmentId} ${userId}`, dueAt]),
  )
  return (units, userId) =>
    units.flatMap((unit) => {
      const schedule = byId.get(unit.assignmentId)
      if (schedule === undefined) return []
      const dueAt = extended.get(`${unit.assignmentId} ${userId}`)
      return [{ unit, schedule: scheduleFor(schedule, dueAt) }]
    })
}
