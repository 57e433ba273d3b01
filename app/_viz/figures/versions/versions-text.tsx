/** Replicas and versions on paper: every choice, and the worst lag of each replica. */
import type { VersionsFigure } from '#content/schema/figure.ts'
import { computedOnce } from '../computed-once.ts'
import { allChoices, choiceKey, choiceNames, runFigure } from '../run/run.ts'
import { RunText } from '../run/run-text.tsx'
import { LagTable } from './lag-table.tsx'
import { progressOf } from './progress.ts'

export function VersionsText({ figure }: { readonly figure: VersionsFigure }) {
  const runs = computedOnce(figure, 'runs', () =>
    allChoices(figure.run).map((choice) => runFigure(figure.run, choice)),
  )
  return (
    <>
      <RunText figure={figure.run} />
      {runs.map(({ choice, trace }) => (
        <div key={choiceKey(figure.run, choice)}>
          <p className="mb-2 font-medium text-sm">{choiceNames(figure.run, choice).join(', ')}</p>
          <LagTable progress={progressOf(trace, figure.versionOf)} />
        </div>
      ))}
    </>
  )
}
