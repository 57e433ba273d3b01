/** The statements on paper: what is true instead, and what the run showed. */
import type { MythsFigure } from '#content/schema/figure.ts'
import { computedOnce } from '../computed-once.ts'
import { runFigure } from '../run/run.ts'

export function MythsText({ figure }: { readonly figure: MythsFigure }) {
  return (
    <ol className="grid list-decimal gap-3 pl-6 text-sm">
      {figure.cards.map(({ id, statement, verdict, instead, run, choice, source }) => (
        <li key={id}>
          <p>
            “{statement}” <span className="font-semibold">{verdict}</span>. {instead}{' '}
            <a href={`#source-${source}`} className="text-accent underline underline-offset-2">
              The source
            </a>
          </p>
          <p className="mt-1 text-muted">
            The run:{' '}
            {computedOnce(run, JSON.stringify(choice), () => runFigure(run, choice)).told.verdict}
          </p>
        </li>
      ))}
    </ol>
  )
}
