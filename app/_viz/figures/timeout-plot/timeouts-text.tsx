/** All timeouts in all weathers, on paper. */
import type { TimeoutPlotFigure } from '#content/schema/figure-measured.ts'
import { computedOnce } from '../computed-once.ts'
import { measureTimeout } from './measure-timeouts.ts'
import { TimeoutsPlot } from './timeouts-plot.tsx'

export function TimeoutPlotText({ figure }: { readonly figure: TimeoutPlotFigure }) {
  const points = computedOnce(figure, 'points', () =>
    figure.weathers.flatMap(({ id }) =>
      figure.timeoutsMs.map((timeoutMs) => measureTimeout(figure, id, timeoutMs)),
    ),
  )
  return <TimeoutsPlot figure={figure} points={points} />
}
