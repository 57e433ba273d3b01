/** A picture of a real run, made when the page is: nothing in it is drawn by hand. */
import {
  INITIAL_VALUE,
  registerUnderACut,
  SEED,
} from '#content/lessons/the-three-of-cap-precisely/register-under-a-cut.scenario.ts'
import { drawingOf } from '../_viz/figures/two-node-register/drawing.ts'
import { runRegister } from '../_viz/figures/two-node-register/run.ts'
import { SpaceTime } from '../_viz/figures/two-node-register/space-time.tsx'

/** What happens after this has no part in the story. */
const UNTIL_MICROS = 300_000

export function HeroRun() {
  const run = runRegister(registerUnderACut('answer', 'cut'), SEED, INITIAL_VALUE)
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-page p-4 shadow-raised sm:p-6">
      <SpaceTime
        drawing={drawingOf(run.trace, UNTIL_MICROS)}
        summary={`Space-time drawing of two nodes and two clients. ${run.lines.join('. ')}.`}
        staleOperation={run.staleOperation}
      />
      <figcaption className="mt-4 border-line border-t pt-4 text-sm leading-relaxed">
        <span className="font-semibold">{run.verdict}</span>{' '}
        <span className="text-muted">
          The link between n1 and n2 is cut, and n2 answers from its own copy. Seed {SEED}, trace{' '}
          <code className="break-all font-mono text-xs">{run.traceHash}</code>: you get the same in
          your browser.
        </span>
      </figcaption>
    </figure>
  )
}
