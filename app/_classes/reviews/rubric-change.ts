/** What a changed rubric does to the reviews that use it, told before it is kept. */
import { type Marks, pointsOf } from './review-points.ts'
import type { Rubric } from './rubric.ts'

interface MarkedReview extends Marks {
  readonly userId: string
  readonly isPublished: boolean
}

export interface PointsChange {
  readonly userId: string
  readonly isPublished: boolean
  /** Undefined while the review gives none. */
  readonly from: number | undefined
  readonly to: number | undefined
}

/** The reviews whose points would change, published ones first. */
export function pointsChanges(
  before: Rubric | undefined,
  after: Rubric,
  reviews: readonly MarkedReview[],
): readonly PointsChange[] {
  return reviews
    .map(({ userId, isPublished, ...marks }) => ({
      userId,
      isPublished,
      from: pointsOf(before, marks).points,
      to: pointsOf(after, marks).points,
    }))
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => Number(b.isPublished) - Number(a.isPublished))
}
