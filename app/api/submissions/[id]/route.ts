/** GET: how a submission stands. Only its owner may know that it exists. */
import { ownerWho } from '../../../_server/authorise/asker.ts'
import { readSubmission } from '../../../_server/submissions.ts'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ id }, user] = await Promise.all([params, ownerWho('submission.read')])
  const view = user === undefined ? undefined : await readSubmission(id, user.id)
  if (view === undefined) {
    return Response.json({ error: 'You have no submission of this id.' }, { status: 404 })
  }
  return Response.json(view, { headers: { 'cache-control': 'no-store' } })
}
