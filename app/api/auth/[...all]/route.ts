/** Under /api/auth is the sign-in library, as far as app/_server/authorise/auth-paths opens it. */
import { getAuthWithProvider } from '#app/_server/auth.ts'
import { askOwn, maySite } from '#app/_server/authorise/asker.ts'
import { findAuthPath } from '#app/_server/authorise/auth-paths.ts'
import { refuse } from '#app/_server/refuse.ts'
import { readUser } from '#app/_server/session.ts'
import { hasSession, withoutSession } from '#app/_server/stale-session.ts'

const PREFIX = '/api/auth'

async function handle(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(PREFIX.length)
  const found = findAuthPath(request.method, path)
  if (found === undefined) return refuse(404, 'There is no such address.')
  if (found.on === 'own') {
    const asked = await askOwn(found.action)
    if (asked.kind === 'refused') return asked.response
  } else if (!(await maySite(found.action))) {
    return refuse(403, 'You may not do this here.')
  }
  const isStale = hasSession(request.headers) && (await readUser()) === undefined
  const asked = isStale ? await withoutOldSession(request) : request
  return (await getAuthWithProvider()).handler(asked)
}

/** The same request with other headers: a request of Next's cannot be copied by itself. */
async function withoutOldSession(request: Request): Promise<Request> {
  const { url, method } = request
  const headers = withoutSession(request.headers)
  return new Request(url, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: await request.arrayBuffer() }),
  })
}

export { handle as GET, handle as POST }
