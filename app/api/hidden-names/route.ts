/** POST: hides the names of people on the pages and in the exports of classes, or shows them. */
import { z } from 'zod'
import { askSite } from '../../_server/authorise/asker.ts'
import { hideNames } from '../../_server/classes/shown-names.ts'
import { takeJson } from '../../_server/take-json.ts'

const Body = z.object({ areHidden: z.boolean() })

export async function POST(request: Request): Promise<Response> {
  const asked = await askSite('names.hide')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, Body)
  if (taken.kind === 'refused') return taken.response
  await hideNames(asked.user, taken.value.areHidden)
  return new Response(null, { status: 204 })
}
