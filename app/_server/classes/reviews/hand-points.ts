/** Points that staff gave by hand, as far as learners see them. */
import 'server-only'
import { db } from '#db'
import { pointsOf } from '../../../_classes/reviews/review-points.ts'
import { marksOf } from './marks.ts'
import { toView } from './rubrics.ts'

export interface HandPoints {
  readonly assignmentId: string
  readonly userId: string
  readonly points: number
  /** What the rubric is worth at most; undefined where points were given without one. */
  readonly pointsMax: number | undefined
  readonly publishedAt: Date
}

/**
 * The points of published reviews of a class by the newest rubrics, of one assignment where one
 * is given. A learner without a published review, or whose review gives no points, is not in it.
 */
export async function readHandPoints(
  classId: string,
  assignmentId?: string,
): Promise<readonly HandPoints[]> {
  const work = { assignment: { classId }, ...(assignmentId === undefined ? {} : { assignmentId }) }
  const [reviews, rubrics] = await Promise.all([
    db.codeReview.findMany({
      where: { ...work, state: 'published' },
      orderBy: [{ assignmentId: 'asc' }, { userId: 'asc' }],
    }),
    db.rubric.findMany({ where: work, orderBy: { version: 'asc' } }),
  ])
  // The newest comes last, and stays.
  const newest = new Map(rubrics.map((row) => [row.assignmentId, toView(row).rubric]))
  return reviews.flatMap((row) => {
    const { points, pointsMax } = pointsOf(newest.get(row.assignmentId), marksOf(row))
    if (points === undefined || row.publishedAt === null) return []
    const { userId, publishedAt } = row
    return [{ assignmentId: row.assignmentId, userId, points, pointsMax, publishedAt }]
  })
}
