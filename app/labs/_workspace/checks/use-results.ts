'use client'
/** Runs and submissions of the page, and which of their rows and runs are open. */
import { useState } from 'react'
import { isUnderWay } from '../../../_run/run-report.ts'
import type { SourceState } from '../drafts/use-source.ts'
import type { Panes } from '../panes/use-panes.ts'
import type { ShownRunState } from '../trace/use-shown-run.ts'
import type { LabWorkspaceProps } from '../workspace-props.ts'
import { type CheckRow, type ResultKind, rowsOfRun, rowsOfVerdict } from './check-rows.ts'
import { useRun } from './use-run.ts'
import { useSubmission } from './use-submission.ts'

interface Around {
  /** Whose results the page shows. */
  readonly kind: ResultKind
  readonly shown: ShownRunState
  readonly panes: Panes
  readonly text: Pick<SourceState, 'draft' | 'settle' | 'recordRun'>
}

const NONE: ReadonlySet<string> = new Set()

export function useResults(props: LabWorkspaceProps, { kind, shown, panes, text }: Around) {
  const { lab, step, checks, latest, assets } = props
  const [open, setOpen] = useState(NONE)
  const [whole, setWhole] = useState(NONE)

  /** Opens the first row that did not pass, with its run; what was open before is closed. */
  const pointOut = (rows: readonly CheckRow[]) => {
    const row = rows.find(({ explanation }) => explanation !== undefined)
    setOpen(row === undefined ? NONE : new Set([row.id]))
    if (row === undefined) return
    shown.show(row)
    if (row.run !== undefined) panes.investigateOnce()
  }
  const run = useRun({
    labId: lab.id,
    stepId: step.id,
    checks,
    workerUrl: assets.runWorker,
    onEnd: (report) => {
      text.recordRun(report)
      setWhole(NONE)
      pointOut(rowsOfRun(report))
    },
    onShrunk: (report, checkId) => {
      const row = rowsOfRun(report, whole).find(({ id }) => id === checkId)
      if (kind === 'run' && row !== undefined && open.has(checkId)) shown.show(row)
    },
  })
  const submission = useSubmission({
    labId: lab.id,
    stepId: step.id,
    latest,
    // A stranger becomes a guest by one of the two, not by each.
    prepare: async () => text.draft?.isOwned || text.settle(),
    onVerdict: (view) => {
      setWhole(NONE)
      pointOut(rowsOfVerdict(view))
    },
    onFound: (view) => {
      const row = rowsOfVerdict(view, whole).find((each) => each.id === shown.run?.checkId)
      const isShown = kind === 'submission' && shown.run?.origin === 'graded run'
      if (isShown && row?.shrinking?.kind === 'done' && open.has(row.id)) shown.show(row)
    },
  })
  /** Shows the other of the two runs of a failed check. */
  const toggleWhole = (checkId: string) => {
    const next = toggled(whole, checkId)
    setWhole(next)
    const rows =
      kind === 'run'
        ? run.report && rowsOfRun(run.report, next)
        : submission.view && rowsOfVerdict(submission.view, next)
    const row = rows?.find(({ id }) => id === checkId)
    if (row !== undefined) shown.show(row)
  }
  const toggle = (checkId: string) => setOpen(toggled(open, checkId))
  const openOnly = (checkId: string) => setOpen(new Set([checkId]))
  const isRunning = run.report !== undefined && isUnderWay(run.report)
  return { run, submission, isRunning, open, toggle, openOnly, whole, toggleWhole }
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}
