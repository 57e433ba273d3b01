'use client'
/** After an interview: each part against its rubric, and the lessons to read. */
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { AnswerKey } from '#content/schema/compiled-question.ts'
import { Html } from '../../_quiz/html.tsx'
import { RubricList } from '../../_quiz/kinds/rubric-list.tsx'
import { keyOf } from '../../_quiz/offline/kept-keys.ts'
import { Button } from '../../_ui/button.tsx'
import { LinkButton } from '../../_ui/link-button.tsx'
import type { LessonLink } from './interview-desk.tsx'
import type { InterviewNotes } from './interview-notes.ts'
import { type Prompt, rubricOf, type Scenario } from './prompts.ts'
import { SendReview } from './send-review.tsx'

type DesignKey = Extract<AnswerKey, { readonly kind: 'design' }>

interface InterviewReviewProps {
  readonly scenario: Scenario
  readonly prompts: readonly Prompt[]
  readonly notes: InterviewNotes
  readonly lessons: readonly LessonLink[]
  readonly lastId: string | null
  readonly ownerId: string | undefined
  readonly onChange: (change: Partial<InterviewNotes>) => void
}

export function InterviewReview(props: InterviewReviewProps) {
  const { scenario, prompts, notes, lessons, onChange } = props
  const { key, problem, again } = useScenarioKey(scenario.id)
  const all = prompts.flatMap((prompt) =>
    rubricOf(prompt, key).map((_, at) => `${prompt.id}/${at}`),
  )
  const found = all.filter((point) => notes.points.includes(point)).length
  return (
    <div className="max-w-3xl">
      <h2 className="font-semibold text-2xl tracking-tight">Review</h2>
      <p className="mt-2 leading-relaxed">
        {minutesTaken(notes)} Tick what your notes say; be as strict as somebody who does not know
        you. {key === undefined ? '' : `So far ${found} of ${all.length} points.`}
      </p>
      {problem === '' ? null : (
        <p role="alert" className="mt-3">
          {problem}{' '}
          <Button look="secondary" size="small" onClick={again}>
            Try again
          </Button>
        </p>
      )}
      <div className="mt-8 grid gap-10">
        {prompts.map((prompt) => (
          <PromptReview key={prompt.id} {...{ prompt, notes, onChange }} answerKey={key} />
        ))}
      </div>
      {key === undefined ? null : <Rest answerKey={key} lessons={lessons} />}
      <div className="mt-8 flex flex-wrap gap-3">
        {key === undefined ? null : <SendReview {...props} />}
        <LinkButton href="/interview" look="secondary">
          Other scenarios
        </LinkButton>
      </div>
    </div>
  )
}

function PromptReview({
  prompt,
  notes,
  answerKey,
  onChange,
}: Pick<InterviewReviewProps, 'notes' | 'onChange'> & {
  readonly prompt: Prompt
  readonly answerKey: DesignKey | undefined
}) {
  const written = notes.pad[prompt.id] ?? ''
  const model = answerKey?.parts.find(({ id }) => id === prompt.id)?.notes
  return (
    <section aria-label={prompt.name}>
      <h3 className="font-semibold text-lg">{prompt.name}</h3>
      <Html html={prompt.html} className="mt-1 text-muted!" />
      <p className="mt-3 whitespace-pre-wrap rounded-md border border-line bg-surface p-4">
        {written.trim() === '' ? 'You wrote nothing here.' : written}
      </p>
      <div className="mt-4">
        <RubricList
          part={prompt.id}
          rubric={rubricOf(prompt, answerKey)}
          found={notes.points}
          isFixed={false}
          onFound={(points) => onChange({ points: [...points] })}
        />
      </div>
      {model === undefined ? null : (
        <details className="mt-3 rounded-md border border-line px-4">
          <summary className="min-h-11 content-center font-medium text-sm">
            What a good answer might say
          </summary>
          <Html html={model} className="pb-4" />
        </details>
      )}
    </section>
  )
}

function Rest({
  answerKey: { weak, answers, explanation },
  lessons,
}: {
  readonly answerKey: DesignKey
  readonly lessons: readonly LessonLink[]
}) {
  return (
    <div className="mt-10 grid gap-5 border-line border-t pt-6">
      <Html html={explanation} />
      <div className="rounded-md border border-line p-4">
        <p className="font-medium text-sm">Often heard, and weak</p>
        <Html html={weak.answer} />
        <p className="mt-2 font-medium text-sm">What it lacks</p>
        <Html html={weak.why} />
      </div>
      {answers === undefined ? null : (
        <p>
          <Link
            href={`/learn/${answers.lesson}#${answers.section}`}
            className="text-accent underline underline-offset-4"
          >
            A weak, a strong and a senior answer to this question
          </Link>
        </p>
      )}
      <div>
        <h3 className="font-semibold">Lessons to read</h3>
        <ul className="mt-1 grid gap-1">
          {lessons.map(({ slug, title }) => (
            <li key={slug}>
              <Link href={`/learn/${slug}`} className="text-accent underline underline-offset-4">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function useScenarioKey(scenarioId: string) {
  const [key, setKey] = useState<DesignKey>()
  const [problem, setProblem] = useState('')
  const [tries, setTries] = useState(0)
  // Follows the network: the rubric is fetched when the interview is over, and not before.
  useEffect(() => {
    let isGone = false
    setProblem('')
    keyOf(`question/${scenarioId}`, '').then(
      (feedback) => {
        if (isGone || feedback.kind !== 'question' || feedback.key.kind !== 'design') return
        setKey(feedback.key)
      },
      (error: unknown) => {
        if (!isGone) setProblem(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      isGone = true
    }
  }, [scenarioId, tries])
  return { key, problem, again: () => setTries(tries + 1) }
}

const MS_PER_MINUTE = 60_000

function minutesTaken({ startedAt, endedAt, minutes, isTimed }: InterviewNotes): string {
  if (!isTimed || endedAt === undefined) return ''
  const taken = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / MS_PER_MINUTE)
  return `You took ${taken} of ${minutes} minutes.`
}
