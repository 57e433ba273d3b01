/** GET ?q=: what the search finds, for those who are still typing. */
import { maySite } from '../../_server/authorise/asker.ts'
import { refuse } from '../../_server/refuse.ts'
import { searchCourse } from '../../_server/search.ts'

export async function GET(request: Request): Promise<Response> {
  if (!(await maySite('page.read'))) return refuse(403, 'You may not search here.')
  const query = new URL(request.url).searchParams.get('q') ?? ''
  // The same for everybody until the content changes; a minute spares those who type back.
  return Response.json(await searchCourse(query), {
    headers: { 'cache-control': 'private, max-age=60' },
  })
}
