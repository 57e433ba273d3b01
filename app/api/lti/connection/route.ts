/** POST: connects one's account with the person of the platform that one came as. */
import { z } from 'zod'
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
  const found = await takeArrival(taken.value.arrival)
  if (found.kind === 'refused') return found.response
  const connection = await connectAccount(asked.user, found.launch)
  return connection.kind === 'connected' ? goOn() : refuse(409, OTHER)
}

const OTHER =
  'Whom you came as is connected to another account already. Open the link in your platform again.'
