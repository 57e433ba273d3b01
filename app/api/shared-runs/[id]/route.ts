/** DELETE: removes a snapshot of a run. Only for its owner. */

import { ownerWho } from '../../../_server/authorise/asker.ts'
import { refuse } from '../../../_server/refuse.ts'
import { isSameOrigin } from '../../../_server/same-origin.ts'
import { deleteSharedRun } from '../../../_server/shared-runs.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Delete snapshots on your account page: this request came from elsewhere.')
  }
  const [{ id }, user] = await Promise.all([params, ownerWho('shared-run.delete')])
  const isDeleted = user !== undefined && (await deleteSharedRun(id, user.id))
  // The same for one that is somebody else's: nobody learns what there is.
  if (!isDeleted) return refuse(404, 'You have no such snapshot: perhaps it is deleted already.')
  return new Response(null, { status: 204 })
}
