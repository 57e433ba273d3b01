/** What a row of the database says of a reviewer's decisions. */
import 'server-only'
import type { Marks } from '../../../_classes/reviews/review-points.ts'

interface MarkedRow {
  readonly chosen: readonly string[]
  readonly overridePoints: number | null
  readonly overrideReason: string
}

export function marksOf({ chosen, overridePoints, overrideReason }: MarkedRow): Marks {
  const override =
    overridePoints === null ? undefined : { points: overridePoints, reason: overrideReason }
  return { chosen, override }
}
