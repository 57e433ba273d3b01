/** GET: the reference solution of a step, as text, for those who have solved it. */

import { ownerWho } from '../../_server/authorise/asker.ts'
import { readReference } from '../../_server/reference.ts'
import { refuse } from '../../_server/refuse.ts'

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const [labId, stepId] = [searchParams.get('lab') ?? '', searchParams.get('step') ?? '']
  const user = await ownerWho('reference.read')
  const reference = await readReference(user?.id, labId, stepId)
  switch (reference.kind) {
    case 'no-such-step':
      return refuse(404, `There is no step ${labId}/${stepId}.`)
    case 'not-passed':
      return refuse(
        403,
        'The reference is shown once a submission of yours has passed this step, hidden checks included.',
      )
    case 'withheld':
      return refuse(403, reference.why)
    case 'shown':
      return new Response(reference.source, {
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      })
  }
}
