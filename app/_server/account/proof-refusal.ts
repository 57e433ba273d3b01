/** What is said to somebody who could not prove that the account is theirs. */
import 'server-only'
import { refuse } from '../refuse.ts'
import type { Proof } from './proof.ts'

const REFUSALS: Readonly<Record<Exclude<Proof, 'proven'>, readonly [number, string]>> = {
  'wrong-password': [403, 'The present password is wrong.'],
  stale: [
    403,
    'You signed in more than an hour ago. Sign out and in again, and then this can be changed.',
  ],
  'too-often': [429, 'Too many tries. Wait a minute, then try again.'],
}

/** The answer for a proof that failed. */
export function refuseProof(proof: Exclude<Proof, 'proven'>): Response {
  return refuse(...REFUSALS[proof])
}
