/** A run figure on paper: the first run drawn, and what every choice gives. Made with the page. */
import type { RunFigure } from '#content/schema/figure.ts'
import { computedOnce } from '../computed-once.ts'
import { Comparison } from './comparison.tsx'
import { allChoices, choiceKey, runFigure } from './run.ts'
import { RunDrawing } from './run-drawing.tsx'

export function RunText({ figure }: { readonly figure: RunFigure }) {
  const runs = computedOnce(figure, 'runs', () =>
    allChoices(figure).map((choice) => runFigure(figure, choice)),
  )
  const first = runs.find(
    ({ choice }) => choiceKey(figure, choice) === choiceKey(figure, figure.first),
  )
  return (
    <div className="grid grid-cols-1 gap-5">
      {first === undefined ? null : (
        <div>
          <p className="mb-3 text-sm">{first.told.verdict}</p>
          <RunDrawing figure={figure} run={first} />
        </div>
      )}
      <Comparison figure={figure} runs={runs} caption="What each choice gives" />
    </div>
  )
}
