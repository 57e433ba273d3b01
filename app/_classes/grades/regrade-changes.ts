/** Whose grade a regrade would change, and from what to what. */
import type { Grade } from './grade.ts'

export interface GradeOfLearner {
  readonly userId: string
  readonly name: string
  readonly grade: Grade
}

export interface GradeChange {
  readonly userId: string
  readonly name: string
  readonly before: Grade
  readonly after: Grade
}

/** Those who would lose come first, and most of all those who would lose most. */
export function gradeChanges(
  before: readonly GradeOfLearner[],
  after: readonly GradeOfLearner[],
): readonly GradeChange[] {
  const known = new Map(after.map(({ userId, grade }) => [userId, grade]))
  return before
    .flatMap(({ userId, name, grade }) => {
      const next = known.get(userId)
      const isSame = next === undefined || next.hundredths === grade.hundredths
      return isSame ? [] : [{ userId, name, before: grade, after: next }]
    })
    .toSorted((a, b) => gain(a) - gain(b))
}

function gain({ before, after }: GradeChange): number {
  return after.hundredths - before.hundredths
}
