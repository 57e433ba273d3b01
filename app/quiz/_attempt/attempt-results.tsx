'use client'
/** What came of an attempt: each question with its answer, folded, and why. */
import type { PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Answer } from '../../_quiz/answer.ts'
import { Explanation } from '../../_quiz/feedback/explanation.tsx'
import { verdictWords } from '../../_quiz/feedback/verdict-words.ts'
import { Html } from '../../_quiz/html.tsx'
import { JudgedMark } from '../../_quiz/kinds/judged-mark.tsx'
import { QuestionField } from '../../_quiz/kinds/question-field.tsx'
import type { QuestionFeedback } from '../../_quiz/wire.ts'
import { LinkButton } from '../../_ui/link-button.tsx'

interface JudgedItem {
  readonly questionId: string
  readonly question: PublicQuestion
  readonly answer?: Answer | undefined
  readonly share?: number | undefined
  readonly misconceptions: readonly string[]
  readonly feedback: QuestionFeedback
}

export function AttemptResults({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly JudgedItem[]
}) {
  const right = items.filter(({ share }) => share === 1).length
  return (
    <>
      <h1 className="mt-1 font-[650] text-2xl tracking-tight sm:text-3xl">{title}</h1>
      <p className="mt-3 text-lg">
        {right} of {items.length} right. What was not comes back in your reviews.
      </p>
      <ol className="mt-8 grid gap-3">
        {items.map((item, index) => (
          <li key={item.questionId}>
            <JudgedQuestion item={item} number={index + 1} />
          </li>
        ))}
      </ol>
      <div className="mt-8">
        <LinkButton href="/quiz">To the quiz page</LinkButton>
      </div>
    </>
  )
}

function JudgedQuestion({ item, number }: { readonly item: JudgedItem; readonly number: number }) {
  const { question, answer, share = 0, misconceptions, feedback } = item
  const words = answer === undefined ? 'Not answered.' : verdictWords(feedback.key, { share })
  return (
    <details className="rounded-lg border border-line px-4">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <JudgedMark isRight={share === 1} word={words} />
        <span className="min-w-0 grow basis-64 text-muted text-sm">
          {number}. {question.title}
        </span>
      </summary>
      <div className="border-line border-t py-5">
        <Html html={question.prompt} className="mb-6" />
        <QuestionField
          question={question}
          answer={answer}
          answerKey={feedback.key}
          isFixed
          onAnswer={() => undefined}
        />
        <Explanation question={question} feedback={feedback} shownMisconceptions={misconceptions} />
      </div>
    </details>
  )
}
