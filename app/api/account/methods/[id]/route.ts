/** DELETE: removes a way to sign in: a provider or a passkey. */
import { removeMethod } from '../../../../_server/account/sign-in-methods.ts'
import { askOwn } from '../../../../_server/authorise/asker.ts'
import { refuse } from '../../../../_server/refuse.ts'
import { refuseForeign } from '../../../../_server/take-json.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return foreign
  const asked = await askOwn('account.change')
  if (asked.kind === 'refused') return asked.response
  const { id } = await params
  switch (await removeMethod(asked.user, id)) {
    case 'removed':
      return new Response(null, { status: 204 })
    case 'last':
      return refuse(409, 'This is your only way to sign in: add another one first.')
    case 'not-there':
      return refuse(404, 'You have no such way to sign in: perhaps it is removed already.')
  }
}
