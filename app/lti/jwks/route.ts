/** The public keys with which this site signs for platforms (RFC 7517). */
import { maySite } from '../../_server/authorise/asker.ts'
import { publicKeys } from '../../_server/lti/tool-keys.ts'
import { refuse } from '../../_server/refuse.ts'

export async function GET(): Promise<Response> {
  if (!(await maySite('page.read'))) return refuse(403, 'Nobody may read this.')
  return Response.json(await publicKeys(), { headers: { 'cache-control': 'public, max-age=300' } })
}
