/** POST: hands in code for a step. A guest account is made when there is none. */
import { z } from 'zod'
import { guestWho } from '../../_server/authorise/asker.ts'
import { readJson } from '../../_server/json-body.ts'
import { refuse } from '../../_server/refuse.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'
import { SOURCE_BODY_BYTES_MAX, SOURCE_TOO_LONG, takeSource } from '../../_server/source-rule.ts'
import { submit } from '../../_server/submissions-intake.ts'

const Body = z.object({
  labId: z.string().max(100),
  stepId: z.string().max(100),
  source: z.string(),
})

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Submit from the lab page itself: this request came from elsewhere.')
  }
  const read = await readJson(request, SOURCE_BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, SOURCE_TOO_LONG)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) {
    return refuse(400, 'Send JSON with labId, stepId and source, all of them text.')
  }
  const { labId, stepId } = body.data
  const taken = takeSource(body.data.source)
  if (taken.kind === 'refused') return refuse(taken.status, taken.error)
  const owner = await guestWho('submission.create')
  if (owner === undefined) return refuse(403, 'You may not hand in code here.')
  const { id: userId } = owner
  const submitted = await submit({ userId, labId, stepId, source: taken.source })
  switch (submitted.kind) {
    case 'submitted':
      return Response.json({ id: submitted.id }, { status: 201 })
    case 'no-such-step':
      return refuse(404, `There is no step ${labId}/${stepId}.`)
    case 'queue-full':
      return refuse(503, 'The queue is full. Your code is kept here: submit again in some minutes.')
    case 'too-many-waiting':
      return refuse(
        409,
        `${submitted.limit} of your submissions are still waiting for their verdicts. Submit again when one of them has it.`,
      )
  }
}
