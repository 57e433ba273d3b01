'use client'
/** What can be done with the run in the diagram: forks, a run by hand, links to it. */
import { useState } from 'react'
import type { EventId, Trace } from '#core'
import type { DrawnCut } from '../../../_viz/space-time/cut-drawing.ts'
import type { PartCommand } from '../commands/command.ts'
import type { SourceState } from '../drafts/use-source.ts'
import type { NoticeText } from '../notice.tsx'
import { linkTo, type Shareable, shareOf } from '../share/shareable.ts'
import { useLinkedRun } from '../share/use-linked-run.ts'
import type { RunStart } from '../whatif/run-start.ts'
import { type CutPlan, cutLines, withLines } from '../whatif/script-edit.ts'
import { type BeginAt, type Bench, byHandFrom, forkOnBench, useBench } from '../whatif/use-bench.ts'
import type { LabWorkspaceProps } from '../workspace-props.ts'
import type { ShownRun } from './shown-run.ts'
import type { ShownRunState } from './use-shown-run.ts'

interface Around {
  readonly text: SourceState
  readonly shown: ShownRunState
  /** The texts that were run here and submitted last. */
  readonly sources: { readonly run: string | undefined; readonly submission: string | undefined }
  readonly say: (notice: NoticeText) => void
  /** Brings the diagram in view. */
  readonly onOpen: () => void
}

export interface TraceTools {
  readonly bench: Bench
  /** The run that is shown, ready to be tried out; or why it cannot be, as a sentence. */
  readonly start: RunStart | string
  readonly openWhatIf: (event?: EventId) => void
  readonly openByHand: () => void
  readonly drawCut: (cut: DrawnCut) => void
  /** Undefined while no run is shown that could be shared. */
  readonly share: Shareable | undefined
  readonly copyLink: () => void
  readonly commands: readonly PartCommand[]
}

export function useTrace(page: LabWorkspaceProps, around: Around): TraceTools {
  const { text, shown, say, onOpen } = around
  const { lab, step, checks, assets } = page
  const { compile } = text
  const context = { labId: lab.id, stepId: step.id, workerUrl: assets.runWorker, compile }
  const inner = useBench(context)
  const [openedFor, setOpenedFor] = useState<ShownRun>()
  // Another run was chosen since: what lies on the bench belongs to the one before.
  const isStale = inner.mode !== 'closed' && openedFor !== shown.run
  const bench: Bench = isStale ? { ...inner, mode: 'closed' } : inner
  const start = startOf(around, new Set(checks.map(({ id }) => id)))
  const begin = (at: BeginAt) => {
    if (typeof start === 'string') return
    setOpenedFor(shown.run)
    inner.beginWhatIf(start, at)
  }
  const openWhatIf = (event = shown.cursor) => {
    if (bench.mode === 'what-if') return inner.setCursor(event)
    begin({ cursor: event })
  }
  const openByHand = () => {
    const on = forkOnBench(bench)
    const tree = bench.whatIf.tree
    if (on !== undefined && tree !== undefined) {
      const { checkId, seed } = tree
      const { script, source, trace } = on
      const until = byHandFrom(bench.cursor, trace)
      return inner.beginByHand({ checkId, seed, script, source, until })
    }
    if (typeof start === 'string' || shown.run === undefined) return
    setOpenedFor(shown.run)
    inner.beginByHand({ ...start, until: byHandFrom(shown.cursor, shown.run.trace) })
  }
  const drawCut = (cut: DrawnCut) => {
    const on = forkOnBench(bench)
    const trace = on?.trace ?? shown.run?.trace
    if (trace === undefined) return
    const change = (script: string) => withLines(script, cutLines(planOf(cut, trace), script))
    if (on !== undefined) inner.fork(change(on.script), on.source)
    else begin({ cursor: cut.fromEvent, change })
  }
  const share = shareOf({ bench, shown, start })
  const copyLink = () => copy(share && linkTo(share, { lab, step }), say)
  useLinkedRun({
    page,
    isReady: text.draft !== undefined,
    source: text.source,
    say,
    onRun: (linked, cursor) => {
      setOpenedFor(shown.run)
      inner.beginWhatIf(linked, { cursor })
      onOpen()
    },
  })
  const hasRun = shown.run !== undefined || bench.mode !== 'closed'
  return {
    bench,
    start,
    openWhatIf,
    openByHand,
    drawCut,
    share,
    copyLink,
    commands: hasRun ? commandsOf({ openWhatIf, openByHand, copyLink }) : [],
  }
}

function commandsOf({
  openWhatIf,
  openByHand,
  copyLink,
}: Pick<TraceTools, 'openWhatIf' | 'openByHand' | 'copyLink'>): readonly PartCommand[] {
  return [
    { id: 'trace.what-if', title: 'What if: fork this run', keys: [], run: () => openWhatIf() },
    { id: 'trace.by-hand', title: 'Go on by hand from the cursor', keys: [], run: openByHand },
    { id: 'trace.copy-link', title: 'Copy a link to this run', keys: ['c'], run: copyLink },
  ]
}

/** A cut that was drawn, as the dialog would say it. */
function planOf({ lanes, fromEvent, toEvent }: DrawnCut, { header, events }: Trace): CutPlan {
  const [from, to] = [events[fromEvent]?.at ?? 0, events[toEvent]?.at ?? 0]
  return {
    chosen: lanes,
    others: [...header.nodes, ...header.clients].filter((place) => !lanes.includes(place)),
    isOneWay: false,
    at: from,
    // Two events may share a time; a cut lasts.
    healAfterMs: Math.max(1, (to - from) / 1_000),
  }
}

function startOf(
  { shown: { run }, sources }: Around,
  visible: ReadonlySet<string>,
): RunStart | string {
  if (run === undefined) return 'Show a run first.'
  if (!visible.has(run.checkId)) {
    return 'This check is hidden: only the grader knows what happens in it, so that it cannot be run here.'
  }
  const source = run.origin === 'browser run' ? sources.run : sources.submission
  if (source === undefined) return 'The code that made this run is not here any more: run it again.'
  const { checkId, seed, script } = run
  return { checkId, seed, source, ...(script === undefined ? {} : { script }) }
}

function copy(link: string | undefined, say: (notice: NoticeText) => void): void {
  if (link === undefined) {
    return say({ text: 'This run is too long for a link. Share it with your code instead.' })
  }
  navigator.clipboard.writeText(link).then(
    () => say({ text: 'The link is copied. It names the run and holds none of your code.' }),
    () => say({ text: `Your browser did not allow copying. The link is: ${link}` }),
  )
}
