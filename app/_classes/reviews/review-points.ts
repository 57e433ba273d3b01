/** What a review gives: the items that were chosen of a rubric, or points in their place. */
import { type Criterion, criterionMax, type Rubric, rubricMax, sumPoints } from './rubric.ts'

/** What a reviewer decided; ids that the rubric no longer has count for nothing. */
export interface Marks {
  readonly chosen: readonly string[]
  /** Points in place of those of the rubric, with a reason. */
  readonly override: { readonly points: number; readonly reason: string } | undefined
}

export interface CriterionPoints {
  readonly criterion: Criterion
  readonly points: number
  readonly pointsMax: number
  readonly chosen: readonly string[]
  /** True for levels of which none was chosen yet. */
  readonly isOpen: boolean
}

export interface ReviewPoints {
  /** What counts; undefined while something is open, or where there is nothing to give. */
  readonly points: number | undefined
  /** Undefined where there is no rubric. */
  readonly pointsMax: number | undefined
  /** What the rubric alone gives so far. */
  readonly fromRubric: number
  readonly criteria: readonly CriterionPoints[]
  /** Titles of the criteria that are open. */
  readonly open: readonly string[]
}

/** @param rubric undefined for reviews of words and comments alone */
export function pointsOf(rubric: Rubric | undefined, { chosen, override }: Marks): ReviewPoints {
  const criteria = (rubric?.criteria ?? []).map((one) => criterionPoints(one, chosen))
  const fromRubric = sumPoints(criteria.map(({ points }) => points))
  const open = criteria.flatMap(({ isOpen, criterion }) => (isOpen ? criterion.title : []))
  const isWhole = criteria.length > 0 && open.length === 0
  return {
    points: override?.points ?? (isWhole ? fromRubric : undefined),
    pointsMax: criteria.length === 0 || rubric === undefined ? undefined : rubricMax(rubric),
    fromRubric,
    criteria,
    open,
  }
}

function criterionPoints(criterion: Criterion, all: readonly string[]): CriterionPoints {
  const { scoring, items } = criterion
  const pointsMax = criterionMax(criterion)
  const marked = items.filter(({ id }) => all.includes(id))
  // Of levels one holds, whatever was sent: the first.
  const held = scoring === 'levels' ? marked.slice(0, 1) : marked
  const sum = sumPoints(held.map(({ points }) => points))
  const points = scoring === 'subtract' ? sumPoints([pointsMax, -sum]) : sum
  return {
    criterion,
    points: Math.min(pointsMax, Math.max(0, points)),
    pointsMax,
    chosen: held.map(({ id }) => id),
    isOpen: scoring === 'levels' && held.length === 0,
  }
}

/** Why a review cannot be published yet, as one sentence; undefined when it can. */
export function publishProblem({ open, points }: ReviewPoints): string | undefined {
  if (points !== undefined || open.length === 0) return undefined
  const named = open.map((title) => `“${title}”`).join(', ')
  return `Choose a level of ${named}, or give points of your own with a reason.`
}
