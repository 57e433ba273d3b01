/** POST: hands in code for a step. A guest account is made when there is none. */
import { z } from 'zod'
import { type Refusal, SOURCE_BYTES_MAX } from '../../_run/submission-view.ts'
import { isSameOrigin } from '../../_server/same-origin.ts'
import { ensureUser } from '../../_server/session.ts'
import { submit } from '../../_server/submissions-intake.ts'

/** The source in JSON may be longer than itself: escapes, and the other fields. */
const BODY_BYTES_MAX = 2 * SOURCE_BYTES_MAX + 1_024

const Body = z.object({
  labId: z.string().max(100),
  stepId: z.string().max(100),
  source: z.string(),
})

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Submit from the lab page itself: this request came from elsewhere.')
  }
  const text = await readText(request)
  if (text === undefined) return refuse(413, TOO_LONG)
  const body = Body.safeParse(parseJson(text))
  if (!body.success) {
    return refuse(400, 'Send JSON with labId, stepId and source, all of them text.')
  }
  const { labId, stepId, source } = body.data
  if (Buffer.byteLength(source) > SOURCE_BYTES_MAX) return refuse(413, TOO_LONG)
  // PostgreSQL has no place for it in text.
  if (source.includes('\0')) return refuse(400, 'The code has a NUL character in it: remove it.')
  const { id: userId } = await ensureUser()
  const submitted = await submit({ userId, labId, stepId, source: source.toWellFormed() })
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

const TOO_LONG = `The code is longer than ${SOURCE_BYTES_MAX / 1_024} kB. Nothing in this lab needs that much: remove what is not used.`

/** The body's text, or undefined as soon as it is longer than allowed. */
async function readText(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > BODY_BYTES_MAX) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(status: number, error: string): Response {
  return Response.json({ error } satisfies Refusal, { status })
}
