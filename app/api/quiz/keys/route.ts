/**
 * POST: what may be told about these cards, for practice that its learner judges: the backs of flash
 * cards, rubrics, and the keys of a session that goes on without a network. Never of a
 * question in a quiz that is under way.
 */
import { z } from 'zod'
import type { Keys } from '../../../_quiz/wire.ts'
import { maySite } from '../../../_server/authorise/asker.ts'
import { readJson } from '../../../_server/json-body.ts'
import { feedbackOf, readQuestionBank } from '../../../_server/questions.ts'
import { openQuestions } from '../../../_server/quiz-attempts.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { addressOf } from '../../../_server/request-address.ts'
import { isSameOrigin } from '../../../_server/same-origin.ts'
import { readUser } from '../../../_server/session.ts'

const BODY_BYTES_MAX = 20_000
const CARDS_MAX = 120

const Body = z.object({
  cardIds: z.array(z.string().regex(/^(question|card)\/[a-z0-9-]{1,100}$/)).max(CARDS_MAX),
})

const askings = new RateLimit({ burst: 60, perMinute: 30 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Answers are shown by the quiz itself: this request came from elsewhere.')
  }
  const read = await readJson(request, BODY_BYTES_MAX)
  if (read.kind === 'too-long') return refuse(413, `Ask for ${CARDS_MAX} cards at most.`)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Name cards as JSON: ${z.prettifyError(body.error)}`)
  if (!(await maySite('card.turn'))) return refuse(403, 'You may not see answers here.')
  const user = await readUser()
  const address = addressOf(request.headers) ?? ''
  if (!askings.take(user?.id ?? `address ${address}`)) {
    return refuse(429, 'Answers were asked for very often in the last minute. Wait a moment.')
  }
  const bank = await readQuestionBank()
  const closed = user === undefined ? new Set<string>() : await openQuestions(user.id)
  const keys = body.data.cardIds
    .filter((id) => !closed.has(id))
    .flatMap((id) => {
      const feedback = feedbackOf(bank, id)
      return feedback === undefined ? [] : [[id, feedback] as const]
    })
  return Response.json(Object.fromEntries(keys) satisfies Keys, {
    headers: { 'cache-control': 'no-store' },
  })
}
