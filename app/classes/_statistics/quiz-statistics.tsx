/** Statistics of an assigned quiz: its questions, misconceptions, confidence, and what to talk about. */
import type { ItemOrder } from '../../_classes/statistics/item-order.ts'
import { heldMisconceptions } from '../../_classes/statistics/misconceptions.ts'
import { questionToDiscuss } from '../../_classes/statistics/question-to-discuss.ts'
import { quizItems } from '../../_classes/statistics/quiz-items.ts'
import { readFirstAnswers } from '../../_server/classes/statistics/first-answers.ts'
import { readQuestionBank } from '../../_server/questions.ts'
import { readQuizSet } from '../../_server/quizzes.ts'
import { ClassSection } from '../_parts/class-page.tsx'
import { ConfidenceTable } from './confidence-table.tsx'
import { MisconceptionList } from './misconception-list.tsx'
import { QuestionTable } from './question-table.tsx'
import { QuestionTallies } from './question-tallies.tsx'
import { TalkAbout } from './talk-about.tsx'

interface QuizStatisticsProps {
  readonly classId: string
  /** The address of this page. */
  readonly path: string
  readonly setId: string
  /** Active learners of the class. */
  readonly learners: number
  readonly order: ItemOrder
  /** The id of the question to talk about; another one is chosen when it is none of the quiz. */
  readonly talk: string
}

export async function QuizStatistics(props: QuizStatisticsProps) {
  const { classId, path, setId, learners, order, talk } = props
  const [set, bank, answers] = await Promise.all([
    readQuizSet(setId),
    readQuestionBank(),
    readFirstAnswers(classId, setId),
  ])
  const asked = new Set(answers.map(({ questionId }) => questionId))
  // Questions that a newer version of the quiz no longer asks keep what was answered.
  const ids = [...new Set([...(set?.questions ?? []), ...asked])]
  const items = quizItems(answers, ids)
  const people = new Set(answers.map(({ userId }) => userId)).size
  if (people === 0) return <NobodyYet learners={learners} />
  const shownBy = new Map(ids.map((id) => [id, bank.key(id)?.misconceptions ?? []]))
  const held = heldMisconceptions(answers, shownBy)
  const talked = asked.has(talk) ? talk : (questionToDiscuss(items) ?? held[0]?.questionId)
  const shared = { bank, items, answers, path }
  return (
    <>
      <p className="mb-8 max-w-prose leading-relaxed">
        {people} of {learners} learners handed it in. Only the first go of each counts here: later
        goes tell how well the explanations were read.
      </p>
      <ClassSection id="questions" title="Questions">
        <QuestionTable {...shared} order={order} />
      </ClassSection>
      <ClassSection id="misconceptions" title="Misconceptions">
        <MisconceptionList {...{ classId, bank, held, path, order }} />
      </ClassSection>
      {talked === undefined ? null : (
        <ClassSection id="talk" title="Talk about this in class">
          <TalkAbout {...shared} questionId={talked} />
        </ClassSection>
      )}
      <ClassSection id="confidence" title="How sure, and how right">
        <ConfidenceTable answers={answers} />
      </ClassSection>
      <ClassSection id="answers" title="All answers">
        <QuestionTallies {...shared} />
      </ClassSection>
    </>
  )
}

function NobodyYet({ learners }: { readonly learners: number }) {
  return (
    <p className="max-w-prose text-muted leading-relaxed">
      None of {learners} learners has handed in this quiz yet. Once they do, this page says which
      questions are hard, which tell those who know from those who do not, and which misconceptions
      the answers show.
    </p>
  )
}
