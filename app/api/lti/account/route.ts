/** POST: makes an account for somebody who came from a platform, and signs them in. */
import { z } from 'zod'
import { maySite } from '../../../_server/authorise/asker.ts'
import { arrivalRule, goOn, takeArrival } from '../../../_server/lti/arrival-route.ts'
import { makeConnected } from '../../../_server/lti/identity.ts'
import { signInAs } from '../../../_server/lti/sign-in.ts'
import { refuse } from '../../../_server/refuse.ts'
import { addressOf } from '../../../_server/request-address.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ arrival: arrivalRule })

export async function POST(request: Request): Promise<Response> {
  if (!(await maySite('session.start'))) return refuse(403, 'You may not sign up here.')
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const found = await takeArrival(taken.value.arrival)
  if (found.kind === 'refused') return found.response
  const made = await makeConnected(found.launch, addressOf(request.headers))
  if (made.kind === 'refused') return refuse(409, REFUSALS[made.why])
  const signedIn = await signInAs(made.userId, request.headers)
  if (signedIn.kind === 'refused') return refuse(409, REFUSALS['connected-already'])
  const headers = new Headers()
  for (const cookie of signedIn.cookies) headers.append('set-cookie', cookie)
  return goOn(headers)
}

const REFUSALS = {
  'address-taken':
    'Somebody has an account with your address. If that is you, sign in to it, and connect it.',
  'connected-already':
    'Whom you came as has an account already. Open the link in your platform again.',
} as const
