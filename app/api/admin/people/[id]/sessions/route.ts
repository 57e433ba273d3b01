/** DELETE: ends all sessions of somebody. */
import { endSessionsOf } from '../../../../../_server/account/sessions.ts'
import { askPerson } from '../../../../../_server/authorise/asker.ts'
import { refuseForeign } from '../../../../../_server/take-json.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return foreign
  const { id } = await params
  const asked = await askPerson('person.end-sessions', id)
  if (asked.kind === 'refused') return asked.response
  return Response.json({ count: await endSessionsOf(asked.user, id) })
}
