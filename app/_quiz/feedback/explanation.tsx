/** What is told after an answer, right or wrong: why, the run, what many believe, where to read on. */
import dynamic from 'next/dynamic'
import Link from 'next/link'
import type { PublicQuestion } from '#content/schema/compiled-question.ts'
import { Html } from '../html.tsx'
import type { QuestionFeedback } from '../wire.ts'

/** The simulator comes along with it. */
const OutcomeRun = dynamic(() => import('./outcome-run.tsx').then((module) => module.OutcomeRun))

export function Explanation({
  question,
  feedback: { key, misconceptions },
  shownMisconceptions,
}: {
  readonly question: PublicQuestion
  readonly feedback: QuestionFeedback
  /** Those that this answer shows. */
  readonly shownMisconceptions: readonly string[]
}) {
  const shown = misconceptions.filter(({ id }) => shownMisconceptions.includes(id))
  const { lesson, section } = question
  return (
    <div className="mt-6 grid gap-5 border-line border-t pt-5">
      <Html html={key.explanation} />
      {key.kind === 'outcome' ? <OutcomeRun id={key.run} choice={key.choice} /> : null}
      {shown.map(({ id, name, truth, lesson: slug }) => (
        <div key={id} className="border-violation border-l-2 pl-4 text-sm">
          <p className="font-medium">{name}</p>
          <p className="mt-1">{truth}</p>
          <p className="mt-1">
            <Link href={`/learn/${slug}`} className="text-accent underline underline-offset-4">
              The lesson that sets it right
            </Link>
          </p>
        </div>
      ))}
      {key.kind === 'explain' || key.kind === 'design' ? <Weak weak={key.weak} /> : null}
      {key.kind === 'design' && key.answers !== undefined ? (
        <p className="text-sm">
          <Link
            href={`/learn/${key.answers.lesson}#${key.answers.section}`}
            className="text-accent underline underline-offset-4"
          >
            A weak, a strong and a senior answer to this question
          </Link>
        </p>
      ) : null}
      <p className="text-sm">
        <Link
          href={`/learn/${lesson}${section === undefined ? '' : `#${section}`}`}
          className="text-accent underline underline-offset-4"
        >
          Read about it in the lesson
        </Link>
      </p>
      {key.sources.length === 0 ? null : <Sources sources={key.sources} />}
    </div>
  )
}

function Weak({ weak }: { readonly weak: { readonly answer: string; readonly why: string } }) {
  return (
    <div className="rounded-md border border-line p-4 text-sm">
      <p className="font-medium">Often heard, and weak</p>
      <Html html={weak.answer} className="text-sm!" />
      <p className="mt-2 font-medium">What it lacks</p>
      <Html html={weak.why} className="text-sm!" />
    </div>
  )
}

function Sources({ sources }: { readonly sources: QuestionFeedback['key']['sources'] }) {
  return (
    <details className="text-sm">
      <summary className="min-h-8 content-center font-medium">Sources</summary>
      <ul className="mt-1 grid gap-1.5">
        {sources.map(({ title, url, for: what }) => (
          <li key={`${url} ${what}`}>
            <a href={url} rel="noreferrer" className="underline underline-offset-4">
              {title}
            </a>
            <span className="text-muted">: {what}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
