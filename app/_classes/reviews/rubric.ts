/**
 * What a review looks for, and what it is worth. A criterion is judged by its items: one of them
 * (`levels`), or any number, which add to nothing or take from the full points.
 */

/** How the items of a criterion make its points. */
export const SCORINGS = ['levels', 'add', 'subtract'] as const
export type Scoring = (typeof SCORINGS)[number]

export interface RubricItem {
  /** Distinct in the whole rubric; it stays when words or points change. */
  readonly id: string
  readonly title: string
  /** Of a level: what it is worth. Else what it adds or takes; never below 0. */
  readonly points: number
}

export interface Criterion {
  readonly id: string
  readonly title: string
  readonly scoring: Scoring
  /** What the criterion is worth at most; for `levels` it follows from the best one. */
  readonly points: number
  readonly items: readonly RubricItem[]
}

export interface Rubric {
  readonly criteria: readonly Criterion[]
}

export const CRITERIA_MAX = 20
export const ITEMS_MAX = 20
export const POINTS_MAX = 1_000

/** What a criterion is worth at most. */
export function criterionMax({ scoring, points, items }: Criterion): number {
  if (scoring !== 'levels') return points
  return Math.max(0, ...items.map((item) => item.points))
}

/** What the rubric is worth at most, to a hundredth. */
export function rubricMax({ criteria }: Rubric): number {
  return sumPoints(criteria.map(criterionMax))
}

/** The sum of points with two decimals each, without what binary fractions would add to it. */
export function sumPoints(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100
}

/** `2 points`, `0.5 points`, `1 point`; digits are those of the number itself. */
export function pointsText(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`
}

/** What is wrong with a rubric, as one sentence; undefined when it may be kept. */
export function rubricProblem({ criteria }: Rubric): string | undefined {
  if (criteria.length > CRITERIA_MAX) return `Use ${CRITERIA_MAX} criteria at most.`
  const ids = criteria.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])
  if (new Set(ids).size < ids.length) {
    return 'Two entries of the rubric have the same id: load the page again.'
  }
  for (const criterion of criteria) {
    const problem = criterionProblem(criterion)
    if (problem !== undefined) return problem
  }
  return undefined
}

function criterionProblem({ title, scoring, points, items }: Criterion): string | undefined {
  if (title.trim() === '') return 'Give each criterion a title.'
  if (items.length === 0) return `Give “${title}” at least one item to choose.`
  if (items.length > ITEMS_MAX) return `Use ${ITEMS_MAX} items at most for “${title}”.`
  if (items.some((item) => item.title.trim() === '')) return `Give each item of “${title}” a title.`
  const all = scoring === 'levels' ? [] : [points]
  if (![...all, ...items.map((item) => item.points)].every(isPoints)) {
    return `Points of “${title}” are numbers from 0 to ${POINTS_MAX} with two decimals at most.`
  }
  return undefined
}

/** Whether this is a number of points that may be given. */
export function isPoints(points: number): boolean {
  return points >= 0 && points <= POINTS_MAX && Math.round(points * 100) / 100 === points
}
