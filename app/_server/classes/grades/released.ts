/**
 * What learners may know of their grades: those of released work, and nothing of the others. The
 * gate is here, so that no page and no platform can forget it.
 */
import 'server-only'
import { type Grade, type Total, totalOf } from '../../../_classes/grades/grade.ts'
import { readGradebook } from './gradebook.ts'

export interface ReleasedGrade {
  readonly userId: string
  readonly assignmentId: string
  /** Points with two decimals at most; may be more than `pointsMax` when staff gave more. */
  readonly points: number
  readonly pointsMax: number
  /** When it came to be what it is, or was released, whichever is later. */
  readonly gradedAt: Date
}

/**
 * The grades of all active learners for released assignments. What has no grade yet, because
 * nothing was done that still may be, is not among them.
 */
export async function releasedGrades(
  classId: string,
  now = new Date(),
): Promise<readonly ReleasedGrade[]> {
  const { assignments, learners } = await readGradebook(classId, now)
  return learners.flatMap(({ userId, grades }) =>
    assignments.flatMap(({ id, releasedAt }, index) => {
      const grade = grades[index]
      if (releasedAt === undefined || grade === undefined || grade.kind === 'none') return []
      const { gradedAt = releasedAt } = grade
      return [
        {
          userId,
          assignmentId: id,
          points: grade.hundredths / 100,
          pointsMax: grade.hundredthsMax / 100,
          gradedAt: gradedAt > releasedAt ? gradedAt : releasedAt,
        },
      ]
    }),
  )
}

export interface OwnGrade {
  readonly assignmentId: string
  readonly title: string
  /** Undefined while it is not released. */
  readonly grade: Grade | undefined
}

export interface OwnGrades {
  readonly works: readonly OwnGrade[]
  /** Of what is released. */
  readonly total: Total
}

/** What one learner sees; undefined for whoever is no learner of the class. */
export async function readOwnGrades(
  classId: string,
  userId: string,
  now: Date,
): Promise<OwnGrades | undefined> {
  const { assignments, learners } = await readGradebook(classId, now, { userId })
  const own = learners[0]
  if (own === undefined) return undefined
  const works = assignments.map(({ id, title, releasedAt }, index) => ({
    assignmentId: id,
    title,
    grade: releasedAt === undefined ? undefined : own.grades[index],
  }))
  return { works, total: totalOf(works.flatMap(({ grade }) => grade ?? [])) }
}
