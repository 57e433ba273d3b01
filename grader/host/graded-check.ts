/** Turns a judged check into what is stored and shown. */
import { type GradedCheck, type SeedOutcome, type SeedResult, summarizeCheck } from '#core'
import type { Position } from './compile.ts'
import { printable } from './printable.ts'
import type { JudgedCheck } from './referee.ts'

/** @param positions maps places in the compiled text to the learner's */
export function gradedCheck(
  { planned, result }: JudgedCheck,
  positions: (compiled: Position) => Position,
): GradedCheck {
  const { title, claims } = summarizeCheck(planned.check)
  const { failure, ...rest } = result
  const shown = failure === undefined ? {} : { failure: showFailure(failure, positions) }
  return { ...rest, ...shown, visible: planned.visible, title, claims }
}

/** A failing run as people see it. @param positions as above */
export function showFailure(
  failure: SeedResult,
  positions: (compiled: Position) => Position,
): SeedResult {
  return { ...failure, outcome: showOutcome(failure.outcome, positions) }
}

/** Everything here that learner code may have written becomes printable. */
function showOutcome(
  outcome: SeedOutcome,
  positions: (compiled: Position) => Position,
): SeedOutcome {
  switch (outcome.kind) {
    case 'threw':
      return {
        ...outcome,
        name: printable(outcome.name),
        message: printable(outcome.message),
        ...positions(outcome),
      }
    case 'claim-broken': {
      const { violation } = outcome
      return { ...outcome, violation: { ...violation, message: printable(violation.message) } }
    }
    default:
      return outcome
  }
}
