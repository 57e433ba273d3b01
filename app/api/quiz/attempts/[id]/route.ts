/** POST: keeps an answer of an attempt under way. Nothing is told about it. */
import { z } from 'zod'
import { answerSchema } from '../../../../_quiz/answer.ts'
import { CONFIDENCES } from '../../../../_review/entry.ts'
import { ownerWho } from '../../../../_server/authorise/asker.ts'
import { readJson } from '../../../../_server/json-body.ts'
import { answerItem } from '../../../../_server/quiz-attempts.ts'
import { RateLimit } from '../../../../_server/rate-limit.ts'
import { refuse } from '../../../../_server/refuse.ts'
import { isSameOrigin } from '../../../../_server/same-origin.ts'

const BODY_BYTES_MAX = 40_000

const Body = z.object({
  questionId: z.string().regex(/^[a-z0-9-]{1,100}$/),
  answer: answerSchema,
  confidence: z.literal(CONFIDENCES).optional(),
})

const answers = new RateLimit({ burst: 120, perMinute: 90 })

export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Answer on the page of the quiz: this request came from elsewhere.')
  }
  const attemptId = z.uuid().safeParse((await params).id)
  const read = await readJson(request, BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, 'This answer is too long.')
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Send an answer as JSON: ${z.prettifyError(body.error)}`)
  const user = await ownerWho('quiz.answer')
  if (user === undefined || !attemptId.success) return refuse(404, NOT_YOURS)
  if (!answers.take(user.id)) {
    return refuse(429, 'Many answers came in the last minute. Wait a moment and answer again.')
  }
  const kept = await answerItem(user.id, { attemptId: attemptId.data, ...body.data })
  if (kept === 'handed in') {
    return refuse(409, 'This attempt was handed in: its answers stand. Start another one.')
  }
  if (kept === 'no such question') return refuse(404, NOT_YOURS)
  return new Response(null, { status: 204 })
}

const NOT_YOURS = 'You have no such attempt: it may be another account’s. Open the quiz again.'
