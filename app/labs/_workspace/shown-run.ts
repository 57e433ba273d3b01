/** The run in the diagram: where it comes from and what of it matters. */
import { decodeTrace, type EventId, type Trace, tellStory } from '#core'
import type { Highlights } from '../../_viz/space-time/diagram.tsx'
import type { CheckRow, Explanation, RunSource } from './check-rows.ts'

export interface ShownRun {
  /** Where it was read from, to know it again. */
  readonly source: RunSource
  readonly checkId: string
  readonly title: string
  readonly origin: 'browser run' | 'graded run'
  readonly seed: number
  readonly trace: Trace
  readonly highlights: Highlights
  /** What broke, in a sentence. */
  readonly violationText: string | undefined
}

/** Reads the run of a row. @throws when it cannot be fetched or read */
export async function readRun(row: CheckRow): Promise<ShownRun | undefined> {
  const { run, explanation } = row
  if (run === undefined) return undefined
  const trace = await readTrace(run)
  if (trace.events.length === 0) return undefined
  return {
    source: run,
    checkId: row.id,
    title: row.title,
    origin: run.kind === 'text' ? 'browser run' : 'graded run',
    seed: run.seed,
    trace,
    violationText: explanation?.message,
    highlights: { violation: explanation?.event, related: relatedEvents(explanation, trace) },
  }
}

/** The steps of the story that lead to what broke, so that diagram and story count alike. */
function relatedEvents(explanation: Explanation | undefined, trace: Trace): readonly EventId[] {
  if (explanation?.outcome === undefined) return []
  const { outcome, claim, event: violation } = explanation
  const { steps } = tellStory({ trace, outcome, claim })
  return steps.map(({ event }) => event).filter((event) => event !== violation)
}

/** The trace of a run. @throws when it cannot be fetched or read */
export async function readTrace(run: RunSource): Promise<Trace> {
  if (run.kind === 'text') return decodeTrace(run.trace)
  return decodeTrace(await fetchTrace(run.submissionId, run.checkId))
}

async function fetchTrace(submissionId: string, checkId: string): Promise<string> {
  const response = await fetch(`/api/submissions/${submissionId}/failures/${checkId}`)
  if (!response.ok) throw new Error('The run could not be loaded. Try again in a moment.')
  return response.text()
}

/** True when the run of this row is the one that is shown. */
export function isShown(row: CheckRow, shown: ShownRun | undefined): boolean {
  if (shown === undefined || row.run === undefined || row.id !== shown.checkId) return false
  const { source } = shown
  if (source.kind === 'text') return row.run.kind === 'text' && row.run.trace === source.trace
  return row.run.kind === 'graded' && row.run.submissionId === source.submissionId
}

/** Where the cursor begins: at what broke, or at the start. */
export function firstCursor({ trace, highlights }: ShownRun): EventId {
  const { violation } = highlights
  return violation !== undefined && violation < trace.events.length ? violation : 0
}
