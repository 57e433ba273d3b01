'use client'
/** The pane of the checks, joined to the state of the page. */
import type { SlotProps } from '../slot.ts'
import { type CheckRow, rowsBeforeRun, rowsOfRun, rowsOfVerdict } from './check-rows.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { type DiagnosticGroup, diagnosticsOf } from './diagnostics.ts'
import { noteOf } from './state-notes.ts'
import {
  NEVER_RUN,
  SENDING,
  type StatusLine,
  statusOfRefusal,
  statusOfRun,
  statusOfSubmission,
} from './status-line.ts'
import { type NextAction, whatNext } from './what-next.ts'

export function Checks(slot: SlotProps) {
  const { page, workspace } = slot
  const { results, run, submission, shown } = workspace
  const { kind } = results
  const status = statusOf(slot)
  const rows = rowsOf(slot)
  const isStale = workspace.isStale && !submission.isSending
  const facts = kind === 'run' ? { report: run.report } : { submission: submission.view }
  const diagnostics = diagnosticsOf({
    report: undefined,
    submission: undefined,
    ...facts,
    isStale,
    live: workspace.text.diagnostics,
  })
  return (
    <ChecksPanel
      kind={kind}
      report={run.report}
      submission={submission.view}
      status={status}
      note={noteOf(status.kind, facts)}
      next={whatNext(status.kind, { rows, isStale, nextStep: page.nextStep })}
      onNext={(action) => act(action, slot, diagnostics)}
      diagnostics={diagnostics}
      disagreement={workspace.disagreement}
      rows={rows}
      isStale={isStale}
      source={workspace.judged}
      lesson={page.lesson}
      tradeOff={page.tradeOff}
      open={results.open}
      onToggleWhole={results.toggleWhole}
      onStopSearch={kind === 'run' ? run.stop : undefined}
      isShown={shown.isShown}
      onKind={results.setKind}
      onShowList={() => workspace.bringInView('checks')}
      onToggle={results.toggle}
      onShowRun={workspace.showRun}
      onGoTo={workspace.openCode}
      onPoint={isStale ? undefined : workspace.text.point}
    />
  )
}

function act(action: NextAction, { workspace }: SlotProps, problems: DiagnosticGroup | undefined) {
  switch (action.kind) {
    case 'run':
      return workspace.begin('run')
    case 'submit':
      return workspace.begin('submission')
    case 'problem': {
      const first = problems?.problems[0]
      return first === undefined ? undefined : workspace.openCode(first.line, first.column)
    }
    case 'row':
      workspace.results.openOnly(action.row.id)
      return workspace.showRun(action.row)
    case 'step':
      // A link does that by itself.
      return
  }
}

function statusOf({ workspace: { results, run, submission } }: SlotProps): StatusLine {
  if (results.kind === 'run') return run.report === undefined ? NEVER_RUN : statusOfRun(run.report)
  if (submission.isSending) return SENDING
  if (submission.refusal !== undefined) return statusOfRefusal(submission.refusal)
  return submission.view === undefined ? NEVER_RUN : statusOfSubmission(submission.view)
}

function rowsOf({ page, workspace: { results, run, submission } }: SlotProps): readonly CheckRow[] {
  if (results.kind === 'run' && run.report !== undefined) {
    return rowsOfRun(run.report, results.whole)
  }
  if (results.kind === 'submission' && submission.view !== undefined && !submission.isSending) {
    const rows = rowsOfVerdict(submission.view, results.whole)
    if (rows.length > 0) return rows
  }
  return rowsBeforeRun(page.checks)
}
