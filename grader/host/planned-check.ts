/** A check as a submission is judged by it. */
import type { Check } from '#core'

export interface PlannedCheck {
  readonly check: Check
  /** False for the checks that only the grader knows. */
  readonly visible: boolean
  readonly seeds: readonly number[]
}
