/** An attempt at a named quiz: under way, or handed in and judged. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { feedbackOf, questionCardId, readQuestionBank } from '../../../_server/questions.ts'
import { readAttempt } from '../../../_server/quiz-attempts.ts'
import { readQuizSet } from '../../../_server/quizzes.ts'
import { readUser } from '../../../_server/session.ts'
import { AttemptBench } from '../../_attempt/attempt-bench.tsx'
import { AttemptResults } from '../../_attempt/attempt-results.tsx'

export const metadata: Metadata = { title: 'Quiz under way' }

interface AttemptPageProps {
  readonly params: Promise<{ readonly set: string; readonly attempt: string }>
}

export default async function AttemptPage({ params }: AttemptPageProps) {
  const { set: setId, attempt: id } = await params
  const [set, user] = await Promise.all([readQuizSet(setId), readUser()])
  if (set === undefined || user === undefined || !z.uuid().safeParse(id).success) notFound()
  const [bank, attempt] = await Promise.all([readQuestionBank(), readAttempt(user.id, id)])
  if (attempt === undefined || attempt.setId !== setId) notFound()
  const items = attempt.items.flatMap((item) => {
    const question = bank.question(item.questionId)
    return question === undefined ? [] : [{ ...item, question }]
  })
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <p className="text-sm">
        <Link href={`/quiz/${setId}`} className="text-accent underline underline-offset-4">
          {set.title}
        </Link>
      </p>
      {attempt.handedInAt === undefined ? (
        <AttemptBench attemptId={id} title={set.title} items={items} />
      ) : (
        <AttemptResults
          title={set.title}
          items={items.flatMap((item) => {
            const card = questionCardId(item.questionId)
            const feedback = feedbackOf(bank, card, item.misconceptions)
            return feedback?.kind === 'question' ? [{ ...item, feedback }] : []
          })}
        />
      )}
    </div>
  )
}
