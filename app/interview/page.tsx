/** Mock interviews: scenarios to choose from, the classic questions, and what was done before. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { listInterviews } from '../_server/interviews.ts'
import { readQuestionBank } from '../_server/questions.ts'
import { readUser } from '../_server/session.ts'
import { PageTitle } from '../_shell/page-title.tsx'
import type { InterviewNotes } from './_desk/interview-notes.ts'
import type { Scenario } from './_desk/prompts.ts'

export const metadata: Metadata = {
  title: 'Mock interview',
  description: 'Scenarios of 20 or 45 minutes with a pad, a rubric and the lessons to read.',
}

export default async function InterviewPage() {
  const [bank, user] = await Promise.all([readQuestionBank(), readUser()])
  const scenarios = bank.questions.filter((question) => question.kind === 'design')
  const isClassic = ({ id }: Scenario) => answersOf(bank.key(id)) !== undefined
  const past = user === undefined ? [] : await listInterviews(user.id)
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-12 sm:px-6 sm:py-16">
      <PageTitle title="Mock interview">
        A scenario, prompts that follow a frame for answers, a pad, and a clock if you like one.
        Afterwards a rubric says what an interviewer listens for.
      </PageTitle>
      <p className="mb-10 max-w-[65ch] leading-relaxed">
        Two prompts come with every scenario: name the operation and the setting, and say what you
        would measure. They make the rest of an answer checkable.{' '}
        <Link
          href="/learn/a-frame-for-answers"
          className="text-accent underline underline-offset-4"
        >
          The lesson on the frame
        </Link>{' '}
        has all its steps.
      </p>
      <Scenarios
        id="classics"
        title="Classic questions"
        about="Each has a weak, a strong and a senior answer to compare with afterwards."
        scenarios={scenarios.filter(isClassic)}
      />
      <Scenarios
        id="designs"
        title="Designs"
        about="Longer ones, in parts, with faults on the way."
        scenarios={scenarios.filter((scenario) => !isClassic(scenario))}
      />
      <Past past={past} scenarios={scenarios} />
    </div>
  )
}

/** Only a design has them. */
function answersOf(key: object | undefined): unknown {
  return key !== undefined && 'answers' in key ? key.answers : undefined
}

function Scenarios({
  id,
  title,
  about,
  scenarios,
}: {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly scenarios: readonly Scenario[]
}) {
  if (scenarios.length === 0) return null
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2 id={id} className="font-semibold text-xl tracking-tight">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-muted">{about}</p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {scenarios.map((scenario) => (
          <li key={scenario.id} className="rounded-lg border border-line p-5">
            <Link
              href={`/interview/${scenario.id}`}
              className="line-clamp-4 underline decoration-line-strong underline-offset-4 hover:decoration-accent"
            >
              {scenario.title}
            </Link>
            <p className="mt-2 text-muted text-sm">
              {scenario.minutes} minutes, {scenario.parts.length} parts
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Past({
  past,
  scenarios,
}: {
  readonly past: readonly InterviewNotes[]
  readonly scenarios: readonly Scenario[]
}) {
  if (past.length === 0) return null
  return (
    <section aria-labelledby="past">
      <h2 id="past" className="mb-3 font-semibold text-xl tracking-tight">
        Yours so far
      </h2>
      <ul className="grid gap-2">
        {past.map(({ id, scenarioId, startedAt, endedAt }) => (
          <li key={id} className="flex flex-wrap gap-x-4">
            <span className="text-muted tabular-nums">{startedAt.slice(0, 10)}</span>
            <Link
              href={`/interview/${scenarioId}?of=${id}`}
              className="min-w-0 grow basis-64 text-accent underline underline-offset-4"
            >
              {scenarios.find((scenario) => scenario.id === scenarioId)?.title ?? scenarioId}
            </Link>
            <span className="text-muted text-sm">{endedAt === undefined ? 'not ended' : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
