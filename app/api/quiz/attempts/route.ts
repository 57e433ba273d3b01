/** POST: starts a named quiz, or goes on with the open attempt; a stranger becomes a guest by it. */
import { z } from 'zod'
import { maySite } from '../../../_server/authorise/asker.ts'
import { ownerOf } from '../../../_server/draft-owner.ts'
import { readJson } from '../../../_server/json-body.ts'
import { startAttempt } from '../../../_server/quiz-attempts.ts'
import { readQuizSet } from '../../../_server/quizzes.ts'
import { RateLimit } from '../../../_server/rate-limit.ts'
import { refuse } from '../../../_server/refuse.ts'
import { isSameOrigin } from '../../../_server/same-origin.ts'

const BODY_BYTES_MAX = 2_000

const Body = z.object({
  ownerId: z.string().max(100).optional(),
  setId: z.string().regex(/^[a-z0-9-]{1,80}$/),
})

const starts = new RateLimit({ burst: 20, perMinute: 10 })

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Start a quiz from its page: this request came from elsewhere.')
  }
  const read = await readJson(request, BODY_BYTES_MAX)
  const body = Body.safeParse(read.kind === 'json' ? read.value : undefined)
  if (!body.success) return refuse(400, `Name a quiz as JSON: ${z.prettifyError(body.error)}`)
  const set = await readQuizSet(body.data.setId)
  if (set === undefined) return refuse(404, `There is no quiz ${body.data.setId}.`)
  if (!(await maySite('quiz.start'))) return refuse(403, 'You may not start quizzes here.')
  const found = await ownerOf(body.data.ownerId, 'Your answers are')
  if (found.kind === 'refused') return refuse(found.status, found.error)
  if (!starts.take(found.owner.id)) {
    return refuse(429, 'Many quizzes were started in the last minute. Wait a moment.')
  }
  const { id } = await startAttempt(found.owner.id, set)
  return Response.json({ id, owner: found.owner }, { headers: { 'cache-control': 'no-store' } })
}
