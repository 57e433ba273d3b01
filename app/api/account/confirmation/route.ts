/** POST: confirms an address by the token of a mail; without one, sends the mail again. */
import { z } from 'zod'
import { confirmEmail, sendConfirmation } from '../../../_server/account/email.ts'
import { askOwn } from '../../../_server/authorise/asker.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ token: z.string().max(100).optional() })

/** Nobody needs more mails than this. */
const mails = new RateLimit({ burst: 3, perMinute: 1 })

export async function POST(request: Request): Promise<Response> {
  const asked = await askOwn('account.change')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const { token } = taken.value
  if (token === undefined) {
    if (!mails.take(asked.user.id)) {
      return refuse(429, 'A mail was sent a moment ago. Look for it, also among unwanted mail.')
    }
    if (await sendConfirmation(asked.user)) return new Response(null, { status: 204 })
    return refuse(503, 'The mail could not be sent. Try again later.')
  }
  switch (await confirmEmail(asked.user, token)) {
    case 'confirmed':
      return new Response(null, { status: 204 })
    case 'taken':
      return refuse(409, 'By now there is another account with this address.')
    case 'no-such-link':
      return refuse(404, 'This link was used, is too old, or is another account’s.')
  }
}
