'use client'
/** Runs and submissions of the page, and which of their rows and runs are open. */
import { useState } from 'react'
import { type CheckRow, rowsOfRun, rowsOfVerdict } from './check-rows.ts'
import type { ResultKind } from './checks-panel.tsx'
import type { usePanes } from './use-panes.ts'
import { useRun } from './use-run.ts'
import type { ShownRunState } from './use-shown-run.ts'
import { useSubmission } from './use-submission.ts'
import type { LabWorkspaceProps } from './workspace-props.ts'

interface Around {
  /** Whose results the page shows. */
  readonly kind: ResultKind
  readonly shown: ShownRunState
  readonly panes: ReturnType<typeof usePanes>
}

const NONE: ReadonlySet<string> = new Set()

export function useResults(props: LabWorkspaceProps, { kind, shown, panes }: Around) {
  const { lab, step, checks, latest, assets } = props
  const [open, setOpen] = useState(NONE)
  const [whole, setWhole] = useState(NONE)

  /** Opens the first row that did not pass, with its run. */
  const pointOut = (rows: readonly CheckRow[]) => {
    const row = rows.find(({ explanation }) => explanation !== undefined)
    if (row === undefined) return
    setOpen(new Set([row.id]))
    shown.show(row)
    if (row.run !== undefined) panes.investigateOnce()
  }
  const run = useRun({
    labId: lab.id,
    stepId: step.id,
    checks,
    workerUrl: assets.runWorker,
    onEnd: (report) => {
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
    onVerdict: (view) => pointOut(rowsOfVerdict(view)),
  })
  /** Shows the other of the two runs of a failed check. */
  const toggleWhole = (checkId: string) => {
    const next = toggled(whole, checkId)
    setWhole(next)
    if (run.report === undefined) return
    const row = rowsOfRun(run.report, next).find(({ id }) => id === checkId)
    if (row !== undefined) shown.show(row)
  }
  const toggle = (checkId: string) => setOpen(toggled(open, checkId))
  return { run, submission, open, toggle, whole, toggleWhole }
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}
