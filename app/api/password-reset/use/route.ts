/** POST: sets a new password by the link of a mail. All sessions end. */
import { headers } from 'next/headers'
import { z } from 'zod'
import { passwordRule } from '../../../_accounts/credentials.ts'
import { resetPassword } from '../../../_server/account/password.ts'
import { maySite } from '../../../_server/authorise/asker.ts'
import { refuse } from '../../../_server/refuse.ts'
import { addressOf } from '../../../_server/request-address.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ token: z.string().max(100), password: passwordRule })

export async function POST(request: Request): Promise<Response> {
  if (!(await maySite('password.reset'))) return refuse(403, 'You may not do this here.')
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const { token, password } = taken.value
  if (await resetPassword(token, password, addressOf(await headers()))) {
    return new Response(null, { status: 204 })
  }
  return refuse(404, 'This link was used or is too old. Ask for a new one.')
}
