/** A grade whose reason is shown in another way, as where names are hidden: a reason may name people. */
import type { Grade } from './grade.ts'

export function withReason(grade: Grade, textOf: (reason: string) => string): Grade {
  const { adjustment } = grade
  if (adjustment === undefined) return grade
  return { ...grade, adjustment: { ...adjustment, reason: textOf(adjustment.reason) } }
}
