/** How far the platforms know the grades of a class, for its staff; and sending them now. */
import 'server-only'
import { db } from '#db'
import { recordClassEntry } from '../audit/record.ts'
import { type Change, DONE, refused } from '../classes/change.ts'
import { releasedGrades } from '../classes/grades/released.ts'
import type { SessionUser } from '../session.ts'
import { isKnown } from './pass-grades.ts'
import { joinScoreLine } from './score-line.ts'
import { SCOPE } from './service-token.ts'

export interface PassbackRow {
  readonly assignmentId: string
  readonly title: string
  readonly sent: number
  readonly waiting: number
  readonly failed: readonly { readonly userId: string; readonly reason: string }[]
}

export interface Passback {
  /** Whether the platform takes grades from this course at all. */
  readonly isOffered: boolean
  /** Of released assignments, in the order of the class. */
  readonly rows: readonly PassbackRow[]
  /** Learners with a released grade who have never come from this course. */
  readonly strangers: number
}

/** By course id. */
export async function readPassback(
  classId: string,
  now: Date,
): Promise<ReadonlyMap<string, Passback>> {
  const courses = await db.ltiCourse.findMany({
    where: { classId },
    include: { enrolments: { where: { isLearner: true } }, scores: true },
  })
  if (courses.length === 0) return new Map()
  const [grades, assignments] = await Promise.all([
    releasedGrades(classId, now),
    db.assignment.findMany({
      where: { classId, releasedAt: { not: null } },
      orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true },
    }),
  ])
  return new Map(
    courses.map(({ id, scopes, enrolments, scores }) => {
      const known = new Set(enrolments.map(({ userId }) => userId))
      const rows = assignments.map(({ id: assignmentId, title }): PassbackRow => {
        const own = grades.filter(
          (one) => one.assignmentId === assignmentId && known.has(one.userId),
        )
        const told = new Map(
          scores
            .filter((score) => score.assignmentId === assignmentId)
            .map((score) => [score.userId, score]),
        )
        const unsent = own.filter((grade) => !isKnown(told.get(grade.userId), grade))
        const failed = unsent.flatMap(({ userId }) => {
          const reason = told.get(userId)?.reason ?? null
          return reason === null ? [] : [{ userId, reason }]
        })
        const waiting = unsent.length - failed.length
        return { assignmentId, title, sent: own.length - unsent.length, waiting, failed }
      })
      const graded = new Set(grades.map(({ userId }) => userId))
      const strangers = [...graded].filter((userId) => !known.has(userId)).length
      return [id, { isOffered: scopes.includes(SCOPE.score), rows, strangers }]
    }),
  )
}

/** Asks for the grades of a class to be sent, without waiting for the next time. */
export async function sendGradesNow(user: SessionUser, classId: string): Promise<Change> {
  return db.$transaction(async (transaction) => {
    if ((await transaction.ltiCourse.count({ where: { classId } })) === 0) return NOT_CONNECTED
    await joinScoreLine(transaction, classId)
    await recordClassEntry(transaction, { doer: user, action: 'lti-grades.asked', classId })
    return DONE
  })
}

const NOT_CONNECTED = refused(409, 'No course of a learning platform is connected with this class.')
