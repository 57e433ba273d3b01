'use client'
/** The commands of the lab page, joined to its state and to what its parts add. */
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { ResultKind } from '../checks/check-rows.ts'
import type { RunControls } from '../checks/use-run.ts'
import type { SourceState } from '../drafts/use-source.ts'
import type { NoticeText } from '../notice.tsx'
import type { Arrangement } from '../panes/arrangement.ts'
import { focusNextPane, focusPane } from '../panes/focus-pane.ts'
import type { PaneTab } from '../panes/pane-tabs.tsx'
import type { Panes } from '../panes/use-panes.ts'
import type { PartCommand } from './command.ts'
import { type CommandsState, useCommands } from './use-commands.ts'

interface Around {
  /** Holds all panes. */
  readonly root: RefObject<HTMLElement | null>
  readonly text: Pick<SourceState, 'commands'>
  readonly panes: Panes
  readonly run: RunControls
  readonly trace: { readonly commands: readonly PartCommand[] }
  readonly notice: NoticeText | undefined
  readonly isRunning: boolean
  readonly begin: (what: ResultKind) => void
  readonly arrange: (arrangement: Arrangement) => void
  readonly bringInView: (pane: PaneTab) => void
}

export function useWorkspaceCommands(around: Around): CommandsState {
  const { root, text, panes, run, trace, notice, isRunning, begin, arrange, bringInView } = around
  return useCommands(
    {
      run: () => begin('run'),
      stop: run.stop,
      submit: () => begin('submission'),
      arrange,
      goToPane: (pane) => {
        flushSync(() => bringInView(pane))
        focusPane(root.current, pane)
      },
      cyclePanes: (direction) => focusNextPane(root.current, direction),
      toggleReading: () => panes.setReading(!panes.isReading),
    },
    isRunning ? [] : ['stop'],
    [
      { group: 'Editor', scope: 'editor', commands: text.commands },
      { group: 'Diagram', scope: 'diagram', commands: trace.commands },
      { group: 'Page', scope: 'page', commands: noticeCommands(notice) },
    ],
  )
}

/** What the notice offers can be done from the palette, too. */
function noticeCommands(notice: NoticeText | undefined): readonly PartCommand[] {
  if (notice?.action === undefined) return []
  const { label, run } = notice.action
  return [{ id: 'notice', title: `${label} (${notice.text})`, keys: [], run }]
}
