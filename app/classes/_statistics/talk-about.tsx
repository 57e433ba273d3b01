/** A question to talk about with the class: first what was answered, then, unfolded, what is right. */
import Link from 'next/link'
import { tallyAnswers } from '../../_classes/statistics/answer-tally.ts'
import { isWorthDiscussing } from '../../_classes/statistics/question-to-discuss.ts'
import type { GivenAnswer, ItemStatistics } from '../../_classes/statistics/quiz-items.ts'
import type { Answer } from '../../_quiz/answer.ts'
import { Html } from '../../_quiz/html.tsx'
import type { QuestionBank } from '../../_server/questions.ts'
import { AnswerTally } from './answer-tally.tsx'
import { HowToRead } from './how-to-read.tsx'

interface TalkAboutProps {
  readonly bank: QuestionBank
  readonly items: readonly ItemStatistics[]
  readonly answers: readonly GivenAnswer<Answer>[]
  readonly questionId: string
}

export function TalkAbout({ bank, items, answers, questionId }: TalkAboutProps) {
  const [question, key] = [bank.question(questionId), bank.key(questionId)]
  const item = items.find((one) => one.questionId === questionId)
  if (question === undefined || key === undefined || item === undefined) return null
  const rows = tallyAnswers(
    question,
    key,
    answers.filter((given) => given.questionId === questionId),
  )
  const names = new Map([...bank.misconceptions.values()].map(({ id, name }) => [id, name]))
  return (
    <>
      <p className="max-w-prose text-muted text-sm leading-relaxed">
        {isWorthDiscussing(item)
          ? 'About half of the class had it right: the answers of neighbours are worth hearing.'
          : 'It shows what many in the class believe.'}{' '}
        Let everybody answer again after talking to a neighbour, then unfold what is right.
      </p>
      <HowToRead of="the question to talk about">
        <p>
          Talking to neighbours helps most where between 35 and 70 % were right at first (Crouch and
          Mazur 2001): of the questions with enough answers, the one nearest to the middle of that
          range stands here. Each misconception above has a link to the question that shows it. Who
          answered what is not shown.
        </p>
      </HowToRead>
      <div className="rounded-lg border border-line p-4 sm:p-6">
        <Html html={question.prompt} className="mb-5 text-lg!" />
        <AnswerTally label="What the class answered" rows={rows} asked={item.asked} />
        <details className="mt-5">
          <summary className="min-h-9 cursor-pointer content-center font-medium">
            What is right, and why
          </summary>
          <div className="mt-3 grid gap-4">
            <AnswerTally
              label="What the class answered, with what is right"
              rows={rows}
              asked={item.asked}
              names={names}
            />
            <Html html={key.explanation} />
            <p className="text-sm">
              <Link
                href={`/learn/${question.lesson}${question.section === undefined ? '' : `#${question.section}`}`}
                className="text-accent underline underline-offset-4"
              >
                The lesson about it
              </Link>
            </p>
          </div>
        </details>
      </div>
    </>
  )
}
