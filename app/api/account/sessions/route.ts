/** DELETE: ends all sessions of the reader but the present one. */
import { endOtherSessions } from '../../../_server/account/sessions.ts'
import { askOwn } from '../../../_server/authorise/asker.ts'
import { refuseForeign } from '../../../_server/take-json.ts'

export async function DELETE(request: Request): Promise<Response> {
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return foreign
  const asked = await askOwn('session.revoke')
  if (asked.kind === 'refused') return asked.response
  return Response.json({ count: await endOtherSessions(asked.user) })
}
