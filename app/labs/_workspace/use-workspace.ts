'use client'
/** All state of the lab page and what its buttons and keys do. */
import { type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CheckRow, ResultKind } from './checks/check-rows.ts'
import { useResults } from './checks/use-results.ts'
import { useWorkspaceCommands } from './commands/use-workspace-commands.ts'
import { useSource } from './drafts/use-source.ts'
import { judgedOf } from './judged.ts'
import type { NoticeText } from './notice.tsx'
import type { Arrangement } from './panes/arrangement.ts'
import type { PaneTab } from './panes/pane-tabs.tsx'
import { showPane } from './panes/show-pane.ts'
import { usePanes } from './panes/use-panes.ts'
import { useShownRun } from './trace/use-shown-run.ts'
import { useTrace } from './trace/use-trace.ts'
import type { LabWorkspaceProps } from './workspace-props.ts'

/** @param root holds all panes */
export function useWorkspace(props: LabWorkspaceProps, root: RefObject<HTMLElement | null>) {
  const [kind, setKind] = useState<ResultKind>(props.latest === undefined ? 'run' : 'submission')
  const [notice, say] = useState<NoticeText>()
  const text = useSource(props, say)
  const panes = usePanes({ initial: props.latest === undefined ? 'read' : 'code', say })
  const shown = useShownRun()
  const { run, submission, isRunning, ...rows } = useResults(props, { kind, shown, panes, text })

  const begin = (what: ResultKind) => {
    if (text.draft === undefined || submission.isSending) return
    setKind(what)
    say(undefined)
    panes.setTab('checks')
    if (what === 'run') run.run(text.source, text.compile)
    else submission.submit(text.source)
  }
  const reset = () => {
    const undo = { label: 'Undo', run: text.replace(props.starter) }
    say({ text: 'The starter is back.', action: undo })
  }
  // What was said of the arrangement before no longer holds.
  const arrange = (to: Arrangement) => {
    panes.arrange(to)
    say(undefined)
  }
  const bringInView = (pane: PaneTab) => showPane(panes, pane)
  const trace = useTrace(props, {
    text,
    shown,
    sources: { run: run.report?.source, submission: submission.source },
    say,
    onOpen: () => bringInView('trace'),
  })
  const deeds = { begin, arrange, bringInView }
  const commands = useWorkspaceCommands({
    ...deeds,
    root,
    text,
    panes,
    run,
    trace,
    notice,
    isRunning,
  })
  return {
    text,
    panes,
    shown,
    trace,
    run,
    submission,
    commands,
    results: { kind, setKind, ...rows },
    ...judgedOf({ kind, report: run.report, submission, source: text.source }),
    isRunning,
    ...deeds,
    say,
    /** Shows the run of a row in the diagram, at an event when one is given. */
    showRun: (row: CheckRow, event?: number) => {
      trace.bench.close()
      shown.show(row, event)
      bringInView('trace')
    },
    /** Shows a place in the code, both from 1. */
    openCode: (line: number, column: number) => {
      flushSync(() => bringInView('code'))
      text.goTo(line, column)
    },
    reset,
    notice,
    closeNotice: () => say(undefined),
  }
}

export type Workspace = ReturnType<typeof useWorkspace>
