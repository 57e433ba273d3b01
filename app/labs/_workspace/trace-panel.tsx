/** The run of a check in the diagram, or what to do to see one. */
import type { EventId } from '#core'
import { Badge } from '../../_ui/badge.tsx'
import type { Ribbon } from '../../_viz/space-time/bands.ts'
import { TraceViewer } from '../../_viz/space-time/trace-viewer.tsx'
import type { ShownRun } from './shown-run.ts'

interface TracePanelProps {
  readonly run: ShownRun | undefined
  readonly problem: string | undefined
  readonly cursor: EventId
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  readonly onCursor: (event: EventId) => void
}

export function TracePanel({ run, problem, cursor, ribbons, noise, onCursor }: TracePanelProps) {
  if (problem !== undefined) {
    return (
      <p role="alert" className="p-6 text-sm">
        {problem}
      </p>
    )
  }
  if (run === undefined) {
    return (
      <div className="grid grow place-items-center p-6 text-center text-muted text-sm">
        <p className="max-w-sm">
          Run your code, then open a check and press “Show the run” to see what the nodes said to
          each other, event by event.
        </p>
      </div>
    )
  }
  return (
    <div className="flex min-h-0 grow flex-col gap-2 px-4 py-3">
      <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
        {run.title}
        <span className="font-normal text-muted">seed {run.seed}</span>
        <Badge>{run.origin}</Badge>
      </h2>
      <TraceViewer
        key={`${run.origin} ${run.checkId} ${run.trace.header.seed}`}
        trace={run.trace}
        highlights={run.highlights}
        violationText={run.violationText}
        {...{ cursor, ribbons, noise, onCursor }}
      />
    </div>
  )
}
