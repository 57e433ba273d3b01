/** POST: connects one's account with the person of the platform that one came as. */
import { z } from 'zod'
import { isFresh } from '../../../_server/account/proof.ts'
import { askSite } from '../../../_server/authorise/asker.ts'
import { arrivalRule, goOn, takeArrival } from '../../../_server/lti/arrival-route.ts'
import { connectAccount } from '../../../_server/lti/identity.ts'
import { refuse } from '../../../_server/refuse.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ arrival: arrivalRule })

export async function POST(request: Request): Promise<Response> {
  const asked = await askSite('lti.connect')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  // Whoever finds an open session must not add a way in that is theirs.
  if (!isFresh(asked.user)) return refuse(403, STALE)
  const found = await takeArrival(taken.value.arrival)
  if (found.kind === 'refused') return found.response
  const connection = await connectAccount(asked.user, found.launch)
  return connection.kind === 'connected' ? goOn() : refuse(409, OTHER)
}

const STALE =
  'You signed in more than an hour ago. Sign out and in again, then open the link in your platform again.'
const OTHER =
  'Whom you came as is connected to another account already. Open the link in your platform again.'
