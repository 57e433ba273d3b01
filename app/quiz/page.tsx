/** The home of the quiz: what is due, topics to practise, how ready one is, the deadline, settings. */
import type { Metadata } from 'next'
import { TOPICS } from '#content/schema/question.ts'
import { calibration } from '../_review/calibration.ts'
import { planDay } from '../_review/day-plan.ts'
import { deadlineOutlook } from '../_review/deadline.ts'
import { standing } from '../_review/entry.ts'
import { project } from '../_review/projection.ts'
import { readiness } from '../_review/readiness.ts'
import { readOwnReviews } from '../_server/own-reviews.ts'
import { readQuizSets } from '../_server/quizzes.ts'
import { PageTitle } from '../_shell/page-title.tsx'
import { Aside } from './_home/aside.tsx'
import { CalibrationSection } from './_home/calibration-section.tsx'
import { DeadlineSection } from './_home/deadline-section.tsx'
import { DueToday } from './_home/due-today.tsx'
import { QuizSets } from './_home/quiz-sets.tsx'
import { SettingsSection } from './_home/settings-section.tsx'
import { TopicTable } from './_home/topic-table.tsx'

export const metadata: Metadata = {
  title: 'Quiz',
  description: 'Questions on every lesson that come back when you are about to forget them.',
}

/** So far ahead one can plan one's evenings. */
const FORECAST_DAYS = 7

export default async function QuizPage() {
  const [own, sets] = await Promise.all([readOwnReviews(), readQuizSets()])
  const { bank, entries, states, settings, today, question, ownerId } = own
  const answers = standing(entries).flatMap((entry) => (entry.kind === 'answer' ? [entry] : []))
  const { deadline } = settings
  const topics = readiness(bank.cards, { states, entries, today })
  const aside = bank.cards.filter(({ id }) => states.get(id)?.isSuspended === true)
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-12 sm:px-6 sm:py-16">
      <PageTitle title="Quiz">
        Questions on every lesson. Those that you have met come back when you are about to forget
        them; after each answer you see why every option attracts, and the run that shows it.
      </PageTitle>
      <div className="grid grid-cols-1 gap-14">
        <DueToday
          plan={planDay(question)}
          done={question.done.answers}
          forecast={project(question, FORECAST_DAYS).days}
          total={bank.cards.length}
        />
        <TopicTable topics={topics} names={TOPICS} chosen={settings.topics} />
        <QuizSets sets={sets} />
        <DeadlineSection
          {...{ ownerId, settings, today }}
          names={TOPICS}
          outlook={deadline === undefined ? undefined : deadlineOutlook(question, deadline)}
        />
        <CalibrationSection calibration={calibration(answers)} />
        <SettingsSection {...{ ownerId, settings }} names={TOPICS} />
        <Aside {...{ ownerId, bank, states }} cards={aside} />
      </div>
    </div>
  )
}
