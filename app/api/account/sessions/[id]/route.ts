/** DELETE: ends one session of the reader. */
import { endSession } from '../../../../_server/account/sessions.ts'
import { askOwn } from '../../../../_server/authorise/asker.ts'
import { refuse } from '../../../../_server/refuse.ts'
import { refuseForeign } from '../../../../_server/take-json.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return foreign
  const asked = await askOwn('session.revoke')
  if (asked.kind === 'refused') return asked.response
  const { id } = await params
  if (await endSession(asked.user, id)) return new Response(null, { status: 204 })
  return refuse(404, 'You have no such session: perhaps it is over already.')
}
