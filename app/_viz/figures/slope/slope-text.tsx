/** All slopes on paper. */
import type { SlopeFigure } from '#content/schema/figure-measured.ts'
import { computedOnce } from '../computed-once.ts'
import { SlopePlot } from './slope-plot.tsx'
import { measureSlope } from './slopes.ts'

export function SlopeText({ figure }: { readonly figure: SlopeFigure }) {
  return (
    <SlopePlot
      figure={figure}
      measured={computedOnce(figure, 'slopes', () =>
        figure.operations.map(({ id }) => measureSlope(figure, id)),
      )}
    />
  )
}
