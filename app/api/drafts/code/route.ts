/** GET: the reader's code of a step, as text: what passed it, or else the draft. */

import { ownerWho } from '../../../_server/authorise/asker.ts'
import { readCode } from '../../../_server/code.ts'
import { refuse } from '../../../_server/refuse.ts'

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const [labId, stepId] = [searchParams.get('lab') ?? '', searchParams.get('step') ?? '']
  const user = await ownerWho('draft.read')
  const source = user && (await readCode({ userId: user.id, labId, stepId }))
  if (source === undefined) return refuse(404, 'You have no code of this step here.')
  return new Response(source, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
