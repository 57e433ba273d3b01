/** Whether two runs failed in the same way: the question that a shrinker asks of each try. */
import type { SeedOutcome } from '../grade/verdict.ts'

/**
 * True when both broke the same claim, threw the same error at the same line, or reached
 * the same budget. False for outcomes that say nothing which a smaller run could repeat.
 */
export function isSameFailure(a: SeedOutcome, b: SeedOutcome): boolean {
  switch (a.kind) {
    case 'claim-broken':
      return b.kind === a.kind && a.claimId === b.claimId
    case 'threw':
      return b.kind === a.kind && a.name === b.name && a.line === b.line && a.column === b.column
    case 'over-budget':
      return b.kind === a.kind && a.budget === b.budget
    case 'pass':
    case 'unknown':
    case 'not-deterministic':
      return false
  }
}
