/** What a review says about the whole, for whoever reads it: points, why, and words. */
import { pointsOf } from '../../_classes/reviews/review-points.ts'
import { pointsText, type Rubric } from '../../_classes/reviews/rubric.ts'
import type { Author, ReviewView } from '../../_server/classes/reviews/review-view.ts'
import { Badge } from '../../_ui/badge.tsx'
import { ClassTime } from '../_parts/class-time.tsx'
import { InlineText } from './inline-text.tsx'

interface ReviewSummaryProps {
  readonly rubric: Rubric | undefined
  readonly review: ReviewView | undefined
  readonly zone: string
  readonly nameOf: (author: Author) => string
}

export function ReviewSummary({ rubric, review, zone, nameOf }: ReviewSummaryProps) {
  if (review === undefined) return <p className="text-muted">Nobody reviewed this work yet.</p>
  const { marks, words, reviewer, state, publishedAt } = review
  const { points, pointsMax, criteria } = pointsOf(rubric, marks)
  return (
    <div className="grid gap-4">
      <p className="text-muted text-sm">
        {state === 'draft' ? <Badge tone="accent">◐ draft</Badge> : null} By {nameOf(reviewer)}
        {publishedAt === undefined ? '' : ', '}
        {publishedAt === undefined ? null : <ClassTime at={publishedAt} zone={zone} />}
      </p>
      {points === undefined ? null : (
        <p className="font-semibold text-lg tabular-nums">
          {pointsText(points)}
          {pointsMax === undefined ? '' : ` of ${pointsMax}`}
        </p>
      )}
      {marks.override === undefined ? null : (
        <p className="text-sm">
          <span className="text-muted">Given in place of the rubric’s points: </span>
          {marks.override.reason}
        </p>
      )}
      {criteria.length === 0 ? null : (
        <dl className="grid gap-3 text-sm">
          {criteria.map(({ criterion, points: given, pointsMax: most, chosen, isOpen }) => (
            <div key={criterion.id}>
              <dt className="flex justify-between gap-3 font-medium">
                <span>{criterion.title}</span>
                <span className="whitespace-nowrap text-muted tabular-nums">
                  {isOpen ? '–' : given} of {most}
                </span>
              </dt>
              {criterion.items
                .filter(({ id }) => chosen.includes(id))
                .map((item) => (
                  <dd key={item.id} className="mt-0.5 text-muted">
                    {item.title} ({criterion.scoring === 'subtract' ? '−' : '+'}
                    {item.points})
                  </dd>
                ))}
            </div>
          ))}
        </dl>
      )}
      {words === '' ? null : <InlineText text={words} />}
    </div>
  )
}
