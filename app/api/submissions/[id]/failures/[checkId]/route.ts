/** GET: the trace in which a check of a submission failed, as text. Only for its owner. */
import { readUser } from '../../../../../_server/session.ts'
import { readFailureTrace } from '../../../../../_server/submissions.ts'

interface Context {
  readonly params: Promise<{ readonly id: string; readonly checkId: string }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ id, checkId }, user] = await Promise.all([params, readUser()])
  const trace = user === undefined ? undefined : await readFailureTrace(id, checkId, user.id)
  if (trace === undefined) {
    return Response.json({ error: 'No failing run of this check was kept.' }, { status: 404 })
  }
  return new Response(trace, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      // A stored run never changes, and only its owner may read it.
      'cache-control': 'private, max-age=86400, immutable',
    },
  })
}
