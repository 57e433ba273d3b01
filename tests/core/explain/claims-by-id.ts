/** Every claim of core by its id, as a story in the golden files names it. */
import { type Claim, leaderWithin } from '#core'
import { allClaims } from '../claims/all-claims.ts'

/** As the labs name it: stories quote the sentence. */
const leaderAfterHeal = leaderWithin({
  id: 'leader-after-heal',
  sentence: 'A second after everything is healed, all nodes follow one leader.',
  ask: 'Which node could still stand for election, and what keeps it from doing so?',
  after: 'liveness',
  since: 'the last fault ended',
  withinMicros: 1_000_000,
  followers: 'all',
})

const CLAIMS: readonly Claim[] = [
  leaderAfterHeal,
  ...allClaims(1_000_000).filter(({ id }) => id !== 'leader-within'),
]

/** The claim of this id. */
export function claimOf(id: string): Claim {
  const claim = CLAIMS.find((one) => one.id === id)
  if (claim === undefined) throw new Error(`no claim "${id}" is listed in claims-by-id.ts`)
  return claim
}

/** Ids of the claims that are listed here. */
export const claimIds: readonly string[] = CLAIMS.map(({ id }) => id)
