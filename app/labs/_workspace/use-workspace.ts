'use client'
/** All state of the lab page and what its buttons and keys do. */
import { useState } from 'react'
import { disagreements } from '../../_run/disagreement.ts'
import { isUnderWay } from '../../_run/run-report.ts'
import { type CheckRow, rowsOfRun, rowsOfVerdict } from './check-rows.ts'
import type { ResultKind } from './checks-panel.tsx'
import type { NoticeText } from './notice.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useOffer } from './use-offer.ts'
import { usePanes } from './use-panes.ts'
import { useRun } from './use-run.ts'
import { useShownRun } from './use-shown-run.ts'
import { useSource } from './use-source.ts'
import { useSubmission } from './use-submission.ts'
import type { LabWorkspaceProps } from './workspace-props.ts'

export function useWorkspace(props: LabWorkspaceProps) {
  const { lab, step, checks, starter, latest, assets } = props
  const text = useSource(props)
  const [kind, setKind] = useState<ResultKind>(latest === undefined ? 'run' : 'submission')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [notice, setNotice] = useState<NoticeText>()
  const panes = usePanes(setNotice)
  const shown = useShownRun()

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
    onEnd: (report) => pointOut(rowsOfRun(report)),
  })
  const submission = useSubmission({
    labId: lab.id,
    stepId: step.id,
    latest,
    onVerdict: (view) => pointOut(rowsOfVerdict(view)),
  })
  const begin = (what: ResultKind) => {
    if (text.draft === undefined || submission.isSending) return
    setKind(what)
    setNotice(undefined)
    panes.setTab('checks')
    if (what === 'run') run.run(text.source, text.compile)
    else submission.submit(text.source)
  }
  const replace = (source: string, said: string) => {
    setNotice({ text: said, action: { label: 'Undo', run: text.replace(source) } })
  }
  useShortcuts((command) => {
    if (command === 'run') begin('run')
    else if (command === 'submit') begin('submission')
    else panes.arrange(command)
  })
  const offer = useOffer(latest, text.draft)
  const verdict = submission.view?.verdict
  const isSameText = run.report !== undefined && run.report.source === submission.source
  const judged = kind === 'run' ? run.report?.source : submission.source
  return {
    text,
    panes,
    shown,
    run,
    submission,
    results: { kind, setKind, open, toggle: (id: string) => setOpen(toggled(open, id)) },
    isStale: judged !== undefined && judged !== text.source,
    disagreement:
      isSameText && verdict !== undefined && run.report !== undefined
        ? disagreements(run.report, verdict)
        : [],
    isRunning: run.report !== undefined && isUnderWay(run.report),
    begin,
    reset: () => replace(starter, 'The starter is back.'),
    notice: notice ?? noticeOfOffer(offer.source, replace),
    closeNotice: () => (notice === undefined ? offer.dismiss() : setNotice(undefined)),
  }
}

export type Workspace = ReturnType<typeof useWorkspace>

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}

function noticeOfOffer(
  source: string | undefined,
  replace: (source: string, said: string) => void,
): NoticeText | undefined {
  if (source === undefined) return undefined
  return {
    text: 'You submitted other code for this step later than you last edited here.',
    action: { label: 'Open it', run: () => replace(source, 'Your submitted code is open.') },
  }
}
