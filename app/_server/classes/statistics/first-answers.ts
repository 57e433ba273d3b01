/** What the learners of a class answered in their first go at a quiz that they handed in. */
import 'server-only'
import { db } from '#db'
import type { GivenAnswer } from '../../../_classes/statistics/quiz-items.ts'
import { type Answer, answerSchema } from '../../../_quiz/answer.ts'
import { CONFIDENCES } from '../../../_review/entry.ts'

interface AnswerRow {
  readonly userId: string
  readonly questionId: string
  readonly answer: unknown
  readonly confidence: number | null
  readonly share: number
  readonly misconceptions: readonly string[]
}

/** One line for each active learner and question, the learners in the order of their ids. */
export async function readFirstAnswers(
  classId: string,
  setId: string,
): Promise<readonly GivenAnswer<Answer>[]> {
  const rows = await db.$queryRaw<AnswerRow[]>`
    with first as (
      select distinct on (attempt."userId") attempt."userId", attempt.id
      from "Membership" member
      join "QuizAttempt" attempt on attempt."userId" = member."userId"
      where member."classId" = ${classId}::uuid
        and member.role = 'learner' and member.state = 'active'
        and attempt."setId" = ${setId} and attempt."handedInAt" is not null
      order by attempt."userId", attempt."startedAt", attempt.id)
    select first."userId", item."questionId", item.answer, item.confidence, item.share,
      item.misconceptions
    from first join "QuizItem" item on item."attemptId" = first.id
    where item.share is not null
    order by first."userId", item.position`
  return rows.map(({ answer, confidence, ...row }) => ({
    ...row,
    answer: answerSchema.safeParse(answer).data,
    confidence: CONFIDENCES.find((each) => each === confidence),
  }))
}
