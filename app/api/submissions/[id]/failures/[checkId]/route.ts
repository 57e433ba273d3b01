/**
 * GET: the run in which a check of a submission failed; with `?run=small` the smallest that
 * fails the same. Packed bytes as `decodeKeptRun` of core reads them. Only for its owner.
 */
import { ownerWho } from '../../../../../_server/authorise/asker.ts'
import { readFailedRun } from '../../../../../_server/submissions.ts'

interface Context {
  readonly params: Promise<{ readonly id: string; readonly checkId: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ id, checkId }, user] = await Promise.all([params, ownerWho('submission.read')])
  const isSmall = new URL(request.url).searchParams.get('run') === 'small'
  const kind = isSmall ? 'small' : 'whole'
  const run = user === undefined ? undefined : await readFailedRun(id, checkId, kind, user.id)
  if (run === undefined) {
    return Response.json({ error: 'No failing run of this check was kept.' }, { status: 404 })
  }
  return new Response(run, {
    headers: {
      // It is stored packed, and the page unpacks it.
      'content-type': 'application/gzip',
      // A regrade may put another run in its place; only its owner may read it.
      'cache-control': 'private, no-cache',
    },
  })
}
