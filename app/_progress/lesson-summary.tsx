/** What a reader did in a lesson, in plain counts. */
import { Circle, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import type { LessonOutline } from '#content/schema/compiled.ts'
import { countDone, type LessonProgress } from './progress.ts'

interface LessonSummaryProps {
  readonly outline: LessonOutline
  readonly progress: LessonProgress | undefined
  /** Whether the browser alone keeps it. */
  readonly isStranger: boolean
}

export function LessonSummary({ outline, progress, isStranger }: LessonSummaryProps) {
  const { figuresUsed, answersRight } = countDone(outline, progress)
  const { figures, questions } = outline
  const parts = [
    { text: 'Read to the end', isDone: progress?.readAt !== undefined },
    {
      text: `${figuresUsed} of ${figures.length} ${figures.length === 1 ? 'figure' : 'figures'} used`,
      isDone: figuresUsed === figures.length,
    },
    {
      text: `${answersRight} of ${questions.length} questions right at the last try`,
      isDone: answersRight === questions.length,
    },
  ]
  return (
    <section
      aria-labelledby="progress"
      className="no-print needs-script mt-14 rounded-lg border border-line p-5"
    >
      <h2 id="progress" className="font-semibold text-lg">
        What you did here
      </h2>
      <ul className="mt-3 grid gap-2 text-sm">
        {parts.map(({ text, isDone }) => (
          <li key={text} className="flex items-center gap-2.5">
            {isDone ? (
              <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-pass" />
            ) : (
              <Circle aria-hidden="true" className="size-4 shrink-0 text-muted" />
            )}
            {text}
            <span className="sr-only">{isDone ? ', done' : ', open'}</span>
          </li>
        ))}
      </ul>
      {isStranger ? (
        <p className="mt-3 text-muted text-sm leading-relaxed">
          Kept in this browser.{' '}
          <Link href="/sign-up" className="text-accent underline underline-offset-4">
            Sign up
          </Link>{' '}
          to find it on your other machines.
        </p>
      ) : null}
    </section>
  )
}
