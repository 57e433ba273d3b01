/** POST: asks for a mail with a link to set a new password. */
import { headers } from 'next/headers'
import { z } from 'zod'
import { emailRule } from '../../_accounts/credentials.ts'
import { requestReset } from '../../_server/account/password.ts'
import { maySite } from '../../_server/authorise/asker.ts'
import { hasMail } from '../../_server/mail/mailer.ts'
import { RateLimit } from '../../_server/rate-limit.ts'
import { refuse } from '../../_server/refuse.ts'
import { addressOf } from '../../_server/request-address.ts'
import { takeJson } from '../../_server/take-json.ts'

const Body = z.object({ email: emailRule })

/** A mailbox must not be filled, nor a whole list of addresses tried. */
const ofMailbox = new RateLimit({ burst: 3, perMinute: 0.1 })
const ofAddress = new RateLimit({ burst: 30, perMinute: 5 })

export async function POST(request: Request): Promise<Response> {
  if (!(await maySite('password.reset'))) return refuse(403, 'You may not do this here.')
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  if (!hasMail()) {
    return refuse(503, 'This site cannot send mail. Ask the people who run it for a new password.')
  }
  const { email } = taken.value
  if (!ofAddress.take(addressOf(await headers()) ?? '') || !ofMailbox.take(email.toLowerCase())) {
    return refuse(429, 'This was asked often. Look for the mail, or try again in some minutes.')
  }
  // Not waited for: how long it takes would tell whether there is such an account.
  requestReset(email).catch((error: unknown) => {
    console.error('A mail for a new password failed:', error)
  })
  return new Response(null, { status: 202 })
}
