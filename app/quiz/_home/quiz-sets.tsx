/** Named quizzes, which are judged as a whole. */
import Link from 'next/link'
import type { QuizSet } from '#content/schema/quiz.ts'
import { counted } from '../../_ui/count-text.ts'
import { Section } from './section.tsx'

export function QuizSets({ sets }: { readonly sets: readonly QuizSet[] }) {
  return (
    <Section id="quizzes" title="Quizzes">
      <p className="mb-4 max-w-[65ch] text-muted leading-relaxed">
        A fixed set of questions that you hand in as a whole. Nothing is said about an answer before
        that. There is no clock.
      </p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {sets.map(({ id, title, about, questions }) => (
          <li key={id} className="rounded-lg border border-line p-5">
            <h3 className="font-semibold">
              <Link href={`/quiz/${id}`} className="underline underline-offset-4">
                {title}
              </Link>
            </h3>
            <p className="mt-1 text-muted text-sm leading-relaxed">{about}</p>
            <p className="mt-2 text-sm">{counted(questions.length, 'question')}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
