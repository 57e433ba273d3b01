/** POST: makes the present account an administrator, by the link that the operator has. */
import { z } from 'zod'
import { becomeAdministrator } from '../../_server/admin/administrators.ts'
import { askSite } from '../../_server/authorise/asker.ts'
import { refuse } from '../../_server/refuse.ts'
import { takeJson } from '../../_server/take-json.ts'

const Body = z.object({ token: z.string().max(100) })

export async function POST(request: Request): Promise<Response> {
  const asked = await askSite('administrator.become')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  if (await becomeAdministrator(asked.user, taken.value.token)) {
    return new Response(null, { status: 204 })
  }
  return refuse(404, 'This link was used or is too old. `npm run admin -- link` prints a new one.')
}
