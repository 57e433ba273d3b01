/** Why a change of somebody's rights did not happen. */
import 'server-only'
import { refuse } from '../refuse.ts'
import type { RightsChange } from './rights.ts'

/** The answer for a change that was not made. */
export function refuseRights(change: Exclude<RightsChange, 'done'>): Response {
  return change === 'no-such-person'
    ? refuse(404, 'There is no such account: perhaps it was deleted.')
    : refuse(409, 'This is the only administrator: make somebody else one first.')
}
