/** POST: changes the e-mail address, by a mail to the new one where the site can send mail. */
import { z } from 'zod'
import { emailRule } from '../../../_accounts/credentials.ts'
import { changeEmail } from '../../../_server/account/email.ts'
import { refuseProof } from '../../../_server/account/proof-refusal.ts'
import { askOwn } from '../../../_server/authorise/asker.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ email: emailRule, password: z.string().max(1_000) })

/** Each may send a mail to an address that somebody else has. */
const changes = new RateLimit({ burst: 5, perMinute: 0.5 })

export async function POST(request: Request): Promise<Response> {
  const asked = await askOwn('account.change')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  if (!changes.take(asked.user.id)) {
    return refuse(429, 'The address was changed often. Wait some minutes, then try again.')
  }
  const change = await changeEmail(asked.user, taken.value)
  switch (change) {
    case 'mailed':
    case 'changed':
      return Response.json({ kind: change })
    case 'taken':
      return refuse(409, 'There is another account with this address.')
    case 'not-mailed':
      return refuse(503, 'The mail could not be sent, and nothing was changed. Try again later.')
    default:
      return refuseProof(change)
  }
}
