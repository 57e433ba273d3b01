/** A check that asks more, or less, of one claim than the other checks of its step. */
import type { Claim } from '#core'

/** The claims with this one in the place of that of the same id: each id is there once. */
export function replaceClaim(claims: readonly Claim[], claim: Claim): readonly Claim[] {
  return claims.map((other) => (other.id === claim.id ? claim : other))
}
