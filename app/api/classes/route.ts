/** POST: makes a class, whose owner is whoever makes it. */
import { askSite } from '../../_server/authorise/asker.ts'
import { createClass } from '../../_server/classes/classes.ts'
import { classDetailsRule } from '../../_server/classes/form-rules.ts'
import { takeJson } from '../../_server/take-json.ts'

export async function POST(request: Request): Promise<Response> {
  const asked = await askSite('class.create')
  if (asked.kind === 'refused') return asked.response
  const taken = await takeJson(request, classDetailsRule)
  if (taken.kind === 'refused') return taken.response
  const id = await createClass(asked.user, taken.value)
  return Response.json({ path: `/classes/${id}` }, { status: 201 })
}
