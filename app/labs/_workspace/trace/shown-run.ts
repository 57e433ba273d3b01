/** The run in the diagram: where it comes from and what of it matters. */
import {
  decodeKeptRun,
  decodeTrace,
  type EventId,
  type KeptRun,
  type Trace,
  tellStory,
} from '#core'
import type { Highlights } from '../../../_viz/space-time/diagram.tsx'
import type { CheckRow, RunSource } from '../checks/check-rows.ts'
import type { Explanation } from '../checks/explanation.ts'

export interface ShownRun {
  /** Where it was read from, to know it again. */
  readonly source: RunSource
  readonly checkId: string
  readonly title: string
  readonly origin: 'browser run' | 'graded run'
  readonly seed: number
  /** The script that makes it; left out where it is that of the check. */
  readonly script?: string
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
    ...scriptOf(row),
    trace,
    violationText: explanation?.message,
    highlights: { violation: explanation?.event, related: relatedEvents(explanation, trace) },
  }
}

/** A run that was made small has a script of its own. */
function scriptOf({ shrinking }: CheckRow): Pick<ShownRun, 'script'> {
  if (shrinking?.kind !== 'done' || shrinking.shows !== 'smallest') return {}
  return { script: shrinking.run.script }
}

/** The steps of the story that lead to what broke, so that diagram and story count alike. */
export function relatedEvents(
  explanation: Explanation | undefined,
  trace: Trace,
): readonly EventId[] {
  if (explanation?.outcome === undefined) return []
  const { outcome, claim, event: violation } = explanation
  const { steps } = tellStory({ trace, outcome, claim })
  return steps.map(({ event }) => event).filter((event) => event !== violation)
}

/** The trace of a run. @throws when it cannot be fetched or read */
async function readTrace(run: RunSource): Promise<Trace> {
  if (run.kind === 'text') return decodeTrace(run.trace)
  return (await readKeptRun(run)).trace
}

/** The run of a graded check with its lines. @throws when it cannot be fetched or read */
export async function readKeptRun({
  submissionId,
  checkId,
  size,
}: Omit<RunSource & { readonly kind: 'graded' }, 'kind'>): Promise<KeptRun> {
  const query = size === 'smallest' ? '?run=small' : ''
  return fetchKeptRun(`/api/submissions/${submissionId}/failures/${checkId}${query}`)
}

/** The run that a route of ours answers with. @throws when it cannot be fetched or read */
export async function fetchKeptRun(path: string): Promise<KeptRun> {
  const response = await fetch(path)
  if (!response.ok) throw new Error('The run could not be loaded. Try again in a moment.')
  return decodeKeptRun(await unpacked(response))
}

/** It comes as it is stored: Next.js takes the header away by which the browser would unpack it. */
async function unpacked({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = body?.pipeThrough(new DecompressionStream('gzip')) ?? null
  return new Uint8Array(await new Response(bytes).arrayBuffer())
}

/** True when the run of this row is the one that is shown. */
export function isShown(row: CheckRow, shown: ShownRun | undefined): boolean {
  if (shown === undefined || row.run === undefined || row.id !== shown.checkId) return false
  const { source } = shown
  if (source.kind === 'text') return row.run.kind === 'text' && row.run.trace === source.trace
  const { run } = row
  if (run.kind !== 'graded') return false
  return run.submissionId === source.submissionId && run.size === source.size
}

/** Where the cursor begins: at what broke, or at the start. */
export function firstCursor({ trace, highlights }: ShownRun): EventId {
  const { violation } = highlights
  return violation !== undefined && violation < trace.events.length ? violation : 0
}
