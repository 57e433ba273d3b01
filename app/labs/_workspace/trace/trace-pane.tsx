'use client'
/** The pane of the diagram: the run that the learner chose to look at, and what is tried on it. */
import { Hand, Split } from 'lucide-react'
import { Button } from '../../../_ui/button.tsx'
import { ShareDialog } from '../share/share-dialog.tsx'
import type { SlotProps } from '../slot.ts'
import { type PaneRun, RunPane } from '../whatif/run-pane.tsx'
import { useRunOnBench } from '../whatif/use-run-on-bench.ts'
import type { ShownRunState } from './use-shown-run.ts'

export function TracePane({ page, workspace }: SlotProps) {
  const { shown, trace: tools, text } = workspace
  const { bench } = tools
  const isClosed = bench.mode === 'closed'
  const checkId = isClosed ? shown.run?.checkId : checkOnBench(bench)
  const check = page.checks.find(({ id }) => id === checkId)
  const onBench = useRunOnBench(bench, check)
  const run = onBench ?? (isClosed || bench.mode === 'what-if' ? paneRunOf(shown) : undefined)
  return (
    <RunPane
      run={shown.problem === undefined || !isClosed ? run : undefined}
      instead={isClosed ? <Instead problem={shown.problem} /> : null}
      {...{ bench, check }}
      present={text.source}
      ribbons={page.ribbons}
      noise={page.noise}
      pinsKey={`netsplit:pins:${page.lab.id}`}
      actions={<Actions {...{ page, workspace }} />}
      onPickEvent={typeof tools.start === 'string' && isClosed ? undefined : tools.openWhatIf}
      onDrawCut={typeof tools.start === 'string' && isClosed ? undefined : tools.drawCut}
      onKey={(key) => {
        if (key !== 'c' || tools.share === undefined) return false
        tools.copyLink()
        return true
      }}
    />
  )
}

function Actions({ page, workspace }: SlotProps) {
  const { start, bench, openWhatIf, openByHand, share } = workspace.trace
  const why = typeof start === 'string' && bench.mode === 'closed' ? start : undefined
  return (
    <>
      <Button
        look="secondary"
        size="small"
        aria-pressed={bench.mode === 'what-if'}
        disabled={why !== undefined}
        title={why ?? 'Change a fault of this run and see what happens'}
        onClick={() => (bench.mode === 'what-if' ? bench.close() : openWhatIf())}
        className="aria-pressed:bg-surface-strong pointer-coarse:min-h-11"
      >
        <Split aria-hidden="true" className="size-3.5" />
        What if
      </Button>
      <Button
        look="secondary"
        size="small"
        aria-pressed={bench.mode === 'by-hand'}
        disabled={why !== undefined}
        title={why ?? 'Pick yourself what happens next, from the cursor on'}
        onClick={() => (bench.mode === 'by-hand' ? bench.close() : openByHand())}
        className="aria-pressed:bg-surface-strong pointer-coarse:min-h-11"
      >
        <Hand aria-hidden="true" className="size-3.5" />
        By hand
      </Button>
      <ShareDialog page={page} run={share} />
    </>
  )
}

function checkOnBench({ mode, whatIf, byHand }: SlotProps['workspace']['trace']['bench']) {
  return mode === 'what-if' ? whatIf.tree?.checkId : byHand.run?.start.checkId
}

function paneRunOf({ run, cursor, setCursor }: ShownRunState): PaneRun | undefined {
  if (run === undefined) return undefined
  const { origin, checkId, title, seed, trace, highlights, violationText } = run
  return {
    key: `${origin} ${checkId} ${trace.header.seed}`,
    title,
    seed,
    badge: origin,
    trace,
    highlights,
    violationText,
    cursor,
    onCursor: setCursor,
  }
}

function Instead({ problem }: { readonly problem: string | undefined }) {
  if (problem !== undefined) {
    return (
      <p role="alert" className="p-6 text-sm">
        {problem}
      </p>
    )
  }
  return (
    <div className="grid grow place-items-center p-6 text-center text-muted text-sm">
      <p className="max-w-sm">
        Run your code, then open a check and press “Show the run” to see what the nodes said to each
        other, event by event.
      </p>
    </div>
  )
}
