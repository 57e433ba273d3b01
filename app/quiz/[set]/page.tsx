/** A named quiz: what it is about, an attempt under way, or what came of one. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readQuestionBank } from '../../_server/questions.ts'
import { listQuizAttempts, type QuizAttempt } from '../../_server/quiz-attempts.ts'
import { readQuizSet } from '../../_server/quizzes.ts'
import { readUser } from '../../_server/session.ts'
import { PageTitle } from '../../_shell/page-title.tsx'
import { counted } from '../../_ui/count-text.ts'
import { StartButton } from '../_attempt/start-button.tsx'

interface QuizPageProps {
  readonly params: Promise<{ readonly set: string }>
}

export async function generateMetadata({ params }: QuizPageProps): Promise<Metadata> {
  const set = await readQuizSet((await params).set)
  return set === undefined ? {} : { title: `Quiz: ${set.title}`, description: set.about }
}

export default async function QuizSetPage({ params }: QuizPageProps) {
  const set = await readQuizSet((await params).set)
  if (set === undefined) notFound()
  const [user, bank] = await Promise.all([readUser(), readQuestionBank()])
  const attempts = user === undefined ? [] : await listQuizAttempts(user.id, set.id)
  const isOpen = attempts.some(({ handedInAt }) => handedInAt === undefined)
  const topics = new Set(set.questions.map((id) => bank.question(id)?.topic))
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-12 sm:px-6 sm:py-16">
      <p className="text-sm">
        <Link href="/quiz" className="text-accent underline underline-offset-4">
          Quiz
        </Link>
      </p>
      <PageTitle title={set.title}>{set.about}</PageTitle>
      <p className="max-w-[65ch] leading-relaxed">
        {counted(set.questions.length, 'question')} from {counted(topics.size, 'topic')}. Each
        answer is kept as you give it, and you may change it until you hand in; then all are judged,
        and you see why. You may leave and come back. There is no clock, and you may try as often as
        you like.
      </p>
      <div className="mt-6">
        <StartButton setId={set.id} ownerId={user?.id} isOpen={isOpen} />
      </div>
      {attempts.length === 0 ? null : <Attempts setId={set.id} attempts={attempts} />}
    </div>
  )
}

function Attempts({
  setId,
  attempts,
}: {
  readonly setId: string
  readonly attempts: readonly QuizAttempt[]
}) {
  return (
    <section aria-labelledby="attempts" className="mt-12">
      <h2 id="attempts" className="mb-3 font-semibold text-xl tracking-tight">
        Your attempts
      </h2>
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <thead>
          <tr className="border-line-strong border-b text-muted">
            <th className="py-2 pr-4 font-medium">Begun</th>
            <th className="py-2 pr-4 font-medium">Right</th>
            <th className="py-2 font-medium">
              <span className="sr-only">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ id, startedAt, handedInAt, items }) => (
            <tr key={id} className="border-line border-b">
              <td className="py-2 pr-4">
                {startedAt.toISOString().slice(0, 16).replace('T', ' ')}
              </td>
              <td className="py-2 pr-4">
                {handedInAt === undefined
                  ? 'under way'
                  : `${items.filter(({ share }) => share === 1).length} of ${items.length}`}
              </td>
              <td className="py-2">
                <Link
                  href={`/quiz/${setId}/${id}`}
                  className="text-accent underline underline-offset-4"
                >
                  {handedInAt === undefined ? 'Go on' : 'Look'}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
