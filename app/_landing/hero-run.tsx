/** A picture of a real run, made when the page is: nothing in it is drawn by hand. */

import { describeRunOperation, operationsOf } from '#content/figures/operations.ts'
import { figure } from '#content/lessons/the-three-of-cap-precisely/two-node-register.figure.ts'
import { drawingOf } from '../_viz/figures/run/drawing.ts'
import { runFigure } from '../_viz/figures/run/run.ts'
import { SpaceTime } from '../_viz/figures/run/space-time.tsx'

/** What happens after this has no part in the story. */
const UNTIL_MICROS = 300_000

export function HeroRun() {
  const { trace, traceHash, told } = runFigure(figure, figure.first)
  const lines = operationsOf(trace).map(describeRunOperation)
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-page p-4 shadow-raised sm:p-6">
      <SpaceTime
        drawing={drawingOf(trace, { ...figure, untilMicros: UNTIL_MICROS }, told.marks ?? [])}
        summary={`Space-time drawing of two nodes and two clients. ${lines.join('. ')}.`}
      />
      <figcaption className="mt-4 border-line border-t pt-4 text-sm leading-relaxed">
        <span className="font-semibold">{told.verdict}</span>{' '}
        <span className="text-muted">
          The link between n1 and n2 is cut, and n2 answers from its own copy. Seed {figure.seed},
          trace <code className="break-all font-mono text-xs">{traceHash}</code>: you get the same
          in your browser.
        </span>
      </figcaption>
    </figure>
  )
}
