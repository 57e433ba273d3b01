/** POST: changes the password, or sets the first one. Other sessions end. */
import { z } from 'zod'
import { passwordRule } from '../../../_accounts/credentials.ts'
import { changePassword } from '../../../_server/account/password.ts'
import { refuseProof } from '../../../_server/account/proof-refusal.ts'
import { askOwn } from '../../../_server/authorise/asker.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ current: z.string().max(1_000), password: passwordRule })

export async function POST(request: Request): Promise<Response> {
  const asked = await askOwn('account.change')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  const proof = await changePassword(asked.user, taken.value)
  return proof === 'proven' ? new Response(null, { status: 204 }) : refuseProof(proof)
}
