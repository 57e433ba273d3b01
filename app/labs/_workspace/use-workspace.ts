'use client'
/** All state of the lab page and what its buttons and keys do. */
import { useState } from 'react'
import { disagreements } from '../../_run/disagreement.ts'
import { isUnderWay } from '../../_run/run-report.ts'
import type { ResultKind } from './checks-panel.tsx'
import type { NoticeText } from './notice.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useOffer } from './use-offer.ts'
import { usePanes } from './use-panes.ts'
import { useResults } from './use-results.ts'
import { useShownRun } from './use-shown-run.ts'
import { useSource } from './use-source.ts'
import type { LabWorkspaceProps } from './workspace-props.ts'

export function useWorkspace(props: LabWorkspaceProps) {
  const { starter, latest } = props
  const text = useSource(props)
  const [kind, setKind] = useState<ResultKind>(latest === undefined ? 'run' : 'submission')
  const [notice, setNotice] = useState<NoticeText>()
  const panes = usePanes(setNotice)
  const shown = useShownRun()

  const { run, submission, ...rows } = useResults(props, { kind, shown, panes })
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
    results: { kind, setKind, ...rows },
    judged,
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
