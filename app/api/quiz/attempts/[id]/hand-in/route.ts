/** POST: hands an attempt in; it is judged as a whole, once. The page of the attempt then tells all. */
import { z } from 'zod'
import { ownerWho } from '../../../../../_server/authorise/asker.ts'
import { readQuestionBank } from '../../../../../_server/questions.ts'
import { handIn } from '../../../../../_server/quiz-attempts.ts'
import { refuse } from '../../../../../_server/refuse.ts'
import { readSettings } from '../../../../../_server/review-settings.ts'
import { isSameOrigin } from '../../../../../_server/same-origin.ts'

export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return refuse(403, 'Hand in on the page of the quiz: this request came from elsewhere.')
  }
  const id = z.uuid().safeParse((await params).id)
  const user = await ownerWho('quiz.answer')
  if (user === undefined || !id.success) return refuse(404, NOT_YOURS)
  const [bank, { timeZone }] = await Promise.all([readQuestionBank(), readSettings(user.id)])
  const attempt = await handIn(user.id, { attemptId: id.data, bank, timeZone })
  if (attempt === undefined) return refuse(404, NOT_YOURS)
  return new Response(null, { status: 204 })
}

const NOT_YOURS = 'You have no such attempt: it may be another account’s. Open the quiz again.'
