/** Where in a run its outcome came about. */
import type { EventId, SeedOutcome } from '#core'

/** The event at which something broke; undefined when nothing did. */
export function brokenAt(outcome: SeedOutcome | undefined): EventId | undefined {
  switch (outcome?.kind) {
    case 'claim-broken':
      return outcome.violation.event
    case 'threw':
    case 'over-budget':
    case 'not-deterministic':
      return outcome.event
    default:
      return undefined
  }
}
