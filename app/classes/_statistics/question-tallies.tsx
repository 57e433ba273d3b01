/** Each question of a quiz, folded, with all answers and what they show. */
import { tallyAnswers } from '../../_classes/statistics/answer-tally.ts'
import type { GivenAnswer, ItemStatistics } from '../../_classes/statistics/quiz-items.ts'
import type { Answer } from '../../_quiz/answer.ts'
import { Html } from '../../_quiz/html.tsx'
import type { QuestionBank } from '../../_server/questions.ts'
import { counted } from '../../_ui/count-text.ts'
import { AnswerTally } from './answer-tally.tsx'
import { HowToRead } from './how-to-read.tsx'

interface QuestionTalliesProps {
  readonly bank: QuestionBank
  readonly items: readonly ItemStatistics[]
  readonly answers: readonly GivenAnswer<Answer>[]
}

export function QuestionTallies({ bank, items, answers }: QuestionTalliesProps) {
  const byQuestion = Map.groupBy(answers, ({ questionId }) => questionId)
  const names = new Map([...bank.misconceptions.values()].map(({ id, name }) => [id, name]))
  return (
    <>
      <HowToRead of="the answers">
        <p>
          Each answer has the number of learners who gave it in their first go. Where several
          options may be ticked, one learner counts for each that they ticked. A wrong answer that
          nobody gives attracts nobody, and could be replaced.
        </p>
      </HowToRead>
      <ol className="grid gap-3">
        {items.map(({ questionId, asked }, at) => {
          const [question, key] = [bank.question(questionId), bank.key(questionId)]
          if (question === undefined || key === undefined) return null
          return (
            <li key={questionId} id={`answers-${questionId}`} className="scroll-mt-20">
              <details className="rounded-lg border border-line px-4">
                <summary className="min-h-11 cursor-pointer content-center py-2 text-sm">
                  {at + 1}. {question.title}{' '}
                  <span className="text-muted">({counted(asked, 'answer')})</span>
                </summary>
                <div className="border-line border-t py-4">
                  <Html html={question.prompt} className="mb-4" />
                  <AnswerTally
                    label={`Answers to question ${at + 1}`}
                    rows={tallyAnswers(question, key, byQuestion.get(questionId) ?? [])}
                    asked={asked}
                    names={names}
                  />
                </div>
              </details>
            </li>
          )
        })}
      </ol>
    </>
  )
}
