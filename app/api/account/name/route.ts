/** POST: changes the name. */
import { z } from 'zod'
import { nameRule } from '../../../_accounts/credentials.ts'
import { changeName } from '../../../_server/account/name.ts'
import { askOwn } from '../../../_server/authorise/asker.ts'
import { takeJson } from '../../../_server/take-json.ts'

const Body = z.object({ name: nameRule })

export async function POST(request: Request): Promise<Response> {
  const asked = await askOwn('account.change')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  await changeName(asked.user, taken.value.name)
  return new Response(null, { status: 204 })
}
