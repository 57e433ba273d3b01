/** The grades of a class: of every active learner for each assignment, as they follow now. */
import 'server-only'
import { db } from '#db'
import type { Attempt } from '../../../_classes/grades/attempt.ts'
import {
  type Adjustment,
  type Grade,
  gradeOf,
  type HandPoints,
  type Total,
  totalOf,
} from '../../../_classes/grades/grade.ts'
import type { WorkUnit } from '../../../_classes/progress/work-unit.ts'
import { scheduleFor } from '../../../_classes/schedule.ts'
import { type AssignmentView, listAssignments } from '../assignments.ts'
import { listExtensions } from '../extensions.ts'
import { listMembers, type MemberView } from '../members.ts'
import { readHandPoints } from '../reviews/hand-points.ts'
import { unitsOf } from '../work-catalogue.ts'
import { readAttempts } from './attempts.ts'

export interface LearnerGrades extends Pick<MemberView, 'userId' | 'name' | 'email' | 'sectionId'> {
  /** In the order of the assignments. */
  readonly grades: readonly Grade[]
  readonly total: Total
}

export interface Gradebook {
  readonly assignments: readonly AssignmentView[]
  readonly learners: readonly LearnerGrades[]
}

interface GradebookToRead {
  /** Of one learner only. */
  readonly userId?: string
  /** Of one assignment only. */
  readonly assignmentId?: string
  /** As if the regrade of this assignment were applied. */
  readonly previewOf?: string
}

/** Staff see all of it, learners what is released: see released.ts. */
export async function readGradebook(
  classId: string,
  now: Date,
  { userId, assignmentId, previewOf }: GradebookToRead = {},
): Promise<Gradebook> {
  const [members, all, extensions, adjustments, reviews] = await Promise.all([
    listMembers(classId),
    listAssignments(classId),
    listExtensions(classId, userId),
    readAdjustments(classId, userId),
    readReviews(classId),
  ])
  const assignments = all.filter(({ id }) => assignmentId === undefined || id === assignmentId)
  const units = await unitsOf(assignments)
  const attempts = await readAttempts({ classId, assignments, units, userId, previewOf })
  const dueDates = new Map(extensions.map((one) => [cellKey(one), one.dueAt]))
  const unitsByAssignment = Map.groupBy(units, (unit) => unit.assignmentId)
  const learners = members
    .filter(({ role, state }) => role === 'learner' && state === 'active')
    .filter((member) => userId === undefined || member.userId === userId)
    .map(({ userId: learner, name, email, sectionId }) => {
      const own = attempts.get(learner)
      const grades = assignments.map((assignment) => {
        const key = cellKey({ assignmentId: assignment.id, userId: learner })
        const schedule = scheduleFor(assignment, dueDates.get(key))
        const mine = attemptsOf(unitsByAssignment.get(assignment.id) ?? [], own)
        const input = {
          rules: { ...assignment, schedule },
          units: mine,
          handMax: reviews.maxOf(assignment.id),
          hand: reviews.pointsOf(key),
          adjustment: adjustments.get(key),
        }
        return gradeOf(input, now)
      })
      return { userId: learner, name, email, sectionId, grades, total: totalOf(grades) }
    })
  return { assignments, learners }
}

function attemptsOf(
  units: readonly WorkUnit[],
  own: ReadonlyMap<string, readonly Attempt[]> | undefined,
) {
  return units.map(({ key, title, kind }) => ({ title, kind, attempts: own?.get(key) ?? [] }))
}

interface CellOf {
  readonly assignmentId: string
  readonly userId: string
}

function cellKey({ assignmentId, userId }: CellOf): string {
  return `${assignmentId} ${userId}`
}

/** What published reviews give; the maximum counts for all learners, reviewed or not yet. */
async function readReviews(classId: string) {
  const rows = await readHandPoints(classId)
  const maxima = new Map<string, number>()
  const points = new Map<string, HandPoints>()
  for (const { points: given, pointsMax = 0, publishedAt: at, ...cell } of rows) {
    const { assignmentId } = cell
    maxima.set(assignmentId, Math.max(maxima.get(assignmentId) ?? 0, hundredthsOf(pointsMax)))
    points.set(cellKey(cell), { hundredths: hundredthsOf(given), at })
  }
  return {
    maxOf: (assignmentId: string) => maxima.get(assignmentId) ?? 0,
    pointsOf: (key: string) => points.get(key),
  }
}

function hundredthsOf(points: number): number {
  return Math.round(points * 100)
}

async function readAdjustments(
  classId: string,
  userId: string | undefined,
): Promise<ReadonlyMap<string, Adjustment>> {
  const rows = await db.gradeAdjustment.findMany({
    where: { assignment: { classId }, ...(userId === undefined ? {} : { userId }) },
    include: { by: { select: { name: true } } },
  })
  return new Map(
    rows.map(({ by, kind, hundredths, reason, at, ...cell }) => [
      cellKey(cell),
      { kind, hundredths, reason, at, by: by?.name ?? '' },
    ]),
  )
}
