'use client'
/** The lab page's moving part: the bar, the panes, and the tabs of narrow screens. */
import { type CSSProperties, useRef, useState } from 'react'
import { EditorPane } from '../_editor/editor-pane.tsx'
import { Checks } from './checks/checks.tsx'
import { CommandPalette } from './commands/command-palette.tsx'
import { HelpDialog } from './commands/help-dialog.tsx'
import { Notice } from './notice.tsx'
import { DEFAULT_SIZES } from './panes/arrangement.ts'
import { PaneTabs } from './panes/pane-tabs.tsx'
import { Splitter } from './panes/splitter.tsx'
import type { SlotProps } from './slot.ts'
import { TaskPane } from './task/task-pane.tsx'
import { Toolbar } from './toolbar.tsx'
import { ToolbarParts } from './toolbar-parts.tsx'
import { TracePane } from './trace/trace-pane.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './workspace.module.css'
import type { LabWorkspaceProps } from './workspace-props.ts'

export function LabWorkspace(props: LabWorkspaceProps) {
  // The server sends them anew with every soft navigation; the editor must not be made again.
  const [assets] = useState(props.assets)
  const page = { ...props, assets }
  const { lab, step } = page
  const root = useRef<HTMLDivElement>(null)
  const workspace = useWorkspace(page, root)
  const { panes, text, run, submission, begin, commands } = workspace
  return (
    <div
      ref={root}
      data-workspace=""
      data-reading={panes.isReading ? '' : undefined}
      className={styles.workspace}
    >
      <h1 className="sr-only">
        {lab.title}: {step.title}
      </h1>
      <Toolbar
        labTitle={lab.title}
        stepTitle={step.title}
        arrangement={panes.arrangement}
        isRunning={workspace.isRunning}
        isSubmitting={submission.isSending}
        isReady={text.draft !== undefined}
        onArrange={workspace.arrange}
        onRun={() => begin('run')}
        onStop={run.stop}
        onSubmit={() => begin('submission')}
        onPalette={() => commands.setOpen('palette')}
        onHelp={() => commands.setOpen('help')}
      >
        <ToolbarParts page={page} workspace={workspace} />
      </Toolbar>
      <Notice notice={workspace.notice} onClose={workspace.closeNotice} />
      <PaneTabs
        tab={panes.tab}
        onTab={panes.setTab}
        onLeave={panes.isReading ? () => panes.setReading(false) : undefined}
        className={styles.onlySingle}
      />
      <Panes page={page} workspace={workspace} />
      <CommandDialogs page={page} workspace={workspace} />
    </div>
  )
}

/** Each pane scrolls by itself or holds what scrolls; the focus can be put on each. */
function Panes({ page, workspace }: SlotProps) {
  const { panes } = workspace
  const { left, code } = DEFAULT_SIZES[panes.arrangement]
  return (
    <div
      className={styles.panes}
      data-tab={panes.tab}
      data-arrangement={panes.arrangement}
      style={{ '--left': panes.left, '--code': panes.code } as CSSProperties}
    >
      <section
        aria-label="Task"
        data-pane="task"
        tabIndex={-1}
        className={`${styles.pane} ${styles.task}`}
      >
        <TaskPane page={page} />
      </section>
      <Splitter
        label="Width of the left pane"
        orientation="vertical"
        value={panes.left}
        onChange={panes.setLeft}
        onReset={() => panes.setLeft(left)}
        className={`${styles.splitter} ${styles.divider}`}
      />
      <section
        aria-label="Code"
        data-pane="code"
        tabIndex={-1}
        className={`${styles.pane} ${styles.code}`}
      >
        <EditorPane page={page} workspace={workspace} />
      </section>
      <Splitter
        label="Height of the editor"
        orientation="horizontal"
        value={panes.code}
        onChange={panes.setCode}
        onReset={() => panes.setCode(code)}
        className={`${styles.splitter} ${styles.gap}`}
      />
      <section
        aria-label="Checks"
        data-pane="checks"
        tabIndex={-1}
        className={`${styles.pane} ${styles.checks}`}
      >
        <Checks page={page} workspace={workspace} />
      </section>
      <section
        aria-label="Trace"
        data-pane="trace"
        tabIndex={-1}
        className={`${styles.pane} ${styles.trace}`}
      >
        <TracePane page={page} workspace={workspace} />
      </section>
    </div>
  )
}

function CommandDialogs({ workspace: { commands } }: SlotProps) {
  const { open, setOpen, allowsTyped, setAllowsTyped } = commands
  return (
    <>
      <CommandPalette
        commands={commands.commands}
        isOpen={open === 'palette'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'palette' : undefined)}
      />
      <HelpDialog
        commands={commands.commands}
        isOpen={open === 'help'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'help' : undefined)}
        allowsTyped={allowsTyped}
        onAllowTyped={setAllowsTyped}
      />
    </>
  )
}
