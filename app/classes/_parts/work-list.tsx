/** The work of a class as one learner sees it: what is open, due, late and done, with the ways there. */
import Link from 'next/link'
import { MARKS } from '../../_classes/progress/cell.ts'
import type { Standing } from '../../_classes/schedule.ts'
import { standingText } from '../../_classes/standing-text.ts'
import type { AssignedWork } from '../../_server/classes/learner-work.ts'
import type { PublishedReview } from '../../_server/classes/reviews/published-reviews.ts'
import { Badge, type BadgeTone } from '../../_ui/badge.tsx'
import { ReviewLink } from '../_review/review-link.tsx'
import { Mark } from './mark.tsx'

const TONES: Readonly<Record<Standing['kind'], BadgeTone>> = {
  'not-open': 'plain',
  open: 'accent',
  late: 'fault',
  closed: 'plain',
}

const NAMES: Readonly<Record<Standing['kind'], string>> = {
  'not-open': 'not open yet',
  open: 'open',
  late: 'late',
  closed: 'closed',
}

interface WorkListProps {
  readonly work: readonly AssignedWork[]
  /** Published reviews of it, for the learner. */
  readonly reviews?: readonly PublishedReview[]
  readonly now: Date
  readonly zone: string
}

export function WorkList({ work, reviews = [], now, zone }: WorkListProps) {
  if (work.length === 0) {
    return (
      <p className="text-muted">
        The class was given no work yet. It will stand here with its dates.
      </p>
    )
  }
  return (
    <ol className="border-line border-t">
      {work.map((one) => (
        <Item
          key={one.assignment.id}
          {...{ one, now, zone }}
          review={reviews.find(({ assignmentId }) => assignmentId === one.assignment.id)}
        />
      ))}
    </ol>
  )
}

interface ItemProps extends Pick<WorkListProps, 'now' | 'zone'> {
  readonly one: AssignedWork
  readonly review: PublishedReview | undefined
}

function Item({ one, review, now, zone }: ItemProps) {
  const { assignment, standing, units, isExtended } = one
  const done = units.filter(({ cell }) => cell.mark === 'done' || cell.mark === 'done-late').length
  return (
    <li className="border-line border-b py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{assignment.title}</h3>
        {done === units.length ? (
          <Badge tone="pass">✓ done</Badge>
        ) : (
          <Badge tone={TONES[standing.kind]}>{NAMES[standing.kind]}</Badge>
        )}
        {isExtended ? <Badge>extended for you</Badge> : null}
        <span className="text-muted text-sm tabular-nums">
          {done} of {units.length}
        </span>
      </div>
      <p className="mt-0.5 text-muted text-sm">{standingText(standing, now, zone)}</p>
      {review === undefined ? null : (
        <p className="mt-1 text-sm">
          <ReviewLink review={review} />
        </p>
      )}
      {standing.kind === 'not-open' ? null : (
        <ul className="mt-2 space-y-1">
          {units.map(({ unit, cell }) => (
            <li key={unit.key} className="flex flex-wrap items-baseline gap-x-3">
              <span className="w-8 text-right">
                <Mark cell={cell} />
              </span>
              <Link href={unit.href} className="text-accent underline underline-offset-4">
                {unit.title}
              </Link>
              <span aria-hidden="true" className="text-muted text-sm">
                {MARKS[cell.mark].name}
                {cell.mark === 'done-late' ? `, counts ${cell.creditPercent} %` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
