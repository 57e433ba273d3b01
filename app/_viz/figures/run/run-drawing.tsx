/** The drawing of a run with its legend; a picture, so it is the same in a page and in print. */
import { describeRunOperation, operationsOf } from '#content/figures/operations.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import { drawingOf } from './drawing.ts'
import type { FigureRun } from './run.ts'
import { SpaceTime } from './space-time.tsx'

export function RunDrawing({
  figure,
  run,
}: {
  readonly figure: RunFigure
  readonly run: FigureRun
}) {
  const { trace, traceHash, told } = run
  const lines = operationsOf(trace).map(describeRunOperation)
  return (
    <>
      <SpaceTime
        drawing={drawingOf(trace, figure, told.marks ?? [])}
        summary={`Space-time drawing. ${lines.join('. ')}. ${told.verdict}`}
      />
      <p className="mt-2 text-muted text-xs">
        Thick lines are operations, solid arrows messages, dashed ones with ✕ lost messages
        {figure.stateLabel === undefined ? '' : '; boxes show what a node holds'}
        {figure.isNoise === undefined ? '' : '; heartbeats and the like are left out'}. Seed{' '}
        {trace.header.seed}, trace <code className="break-all font-mono">{traceHash}</code>.
      </p>
    </>
  )
}
