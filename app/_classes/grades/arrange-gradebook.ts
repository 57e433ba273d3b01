/** Which learners a gradebook shows, and in which order. */
import type { Grade, Total } from './grade.ts'

export const GRADE_STATES = ['all', 'none', 'adjusted', 'below'] as const
export type GradeState = (typeof GRADE_STATES)[number]

export const DIRECTIONS = ['up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

export interface GradebookQuery {
  /** `name`, `total`, or the id of an assignment. */
  readonly sort: string
  readonly direction: Direction
  readonly state: GradeState
  /** Id of a section; empty for all. */
  readonly section: string
}

interface ArrangeableGrades {
  readonly name: string
  readonly sectionId: string | undefined
  readonly grades: readonly Grade[]
  readonly total: Total
}

/**
 * Filters and sorts; who is equal comes by name, and who has no grade yet comes last.
 * @param assignmentIds in the order of the grades
 */
export function arrangeGradebook<T extends ArrangeableGrades>(
  learners: readonly T[],
  { sort, direction, state, section }: GradebookQuery,
  assignmentIds: readonly string[],
): readonly T[] {
  const by = new Intl.Collator('en', { numeric: true })
  const sign = direction === 'up' ? 1 : -1
  const index = assignmentIds.indexOf(sort)
  const rankOf = (one: T) =>
    sort === 'total' ? totalRank(one.total) : gradeRank(one.grades[index])
  return learners
    .filter((one) => section === '' || one.sectionId === section)
    .filter((one) => isIn(one, state))
    .toSorted((a, b) => {
      const byName = by.compare(a.name, b.name)
      if (sort !== 'total' && index < 0) return sign * byName
      const [left, right] = [rankOf(a), rankOf(b)]
      if (left === undefined || right === undefined) {
        return Number(left === undefined) - Number(right === undefined) || byName
      }
      return sign * (left - right) || byName
    })
}

function isIn({ grades, total }: ArrangeableGrades, state: GradeState): boolean {
  switch (state) {
    case 'all':
      return true
    case 'none':
      return grades.some(({ kind }) => kind === 'none')
    case 'adjusted':
      return grades.some(({ adjustment }) => adjustment !== undefined)
    case 'below':
      return total.hundredths * 2 < total.hundredthsMax
  }
}

function totalRank({ hundredths, hundredthsMax }: Total): number | undefined {
  return hundredthsMax === 0 ? undefined : hundredths / hundredthsMax
}

function gradeRank(grade: Grade | undefined): number | undefined {
  return grade === undefined || grade.kind === 'none' ? undefined : grade.hundredths
}
