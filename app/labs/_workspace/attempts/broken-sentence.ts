/** The one sentence of a check that did not pass, for lists in which there is no room for more. */
import { type CheckResult, type ClaimSummary, headlineOf } from '#core'

/** What broke; an empty text when nothing did. */
export function brokenSentence(
  { failure }: Pick<CheckResult, 'failure'>,
  claims: readonly ClaimSummary[],
): string {
  if (failure === undefined) return ''
  const { outcome, seed } = failure
  switch (outcome.kind) {
    case 'pass':
      return ''
    case 'unknown':
      return `Nothing can be said: ${outcome.why}.`
    case 'claim-broken': {
      const claim = claims.find(({ id }) => id === outcome.claimId)
      return headlineOf(outcome, claim, seed).claim
    }
    default:
      return headlineOf(outcome, undefined, seed).what
  }
}
