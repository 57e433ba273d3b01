'use client'
/** The lab page's moving part: the bar, the panes, and the tabs of narrow screens. */
import type { CSSProperties } from 'react'
import { ChecksPanel } from './checks-panel.tsx'
import { CodePane } from './code-pane.tsx'
import { Notice } from './notice.tsx'
import { PaneTabs } from './pane-tabs.tsx'
import { Splitter } from './splitter.tsx'
import { Toolbar } from './toolbar.tsx'
import { TracePanel } from './trace-panel.tsx'
import { useWorkspace, type Workspace } from './use-workspace.ts'
import styles from './workspace.module.css'
import type { LabWorkspaceProps } from './workspace-props.ts'

export function LabWorkspace(props: LabWorkspaceProps) {
  const { lab, step } = props
  const workspace = useWorkspace(props)
  const { panes, text, run, submission, notice, begin } = workspace
  return (
    <div data-workspace="" className={styles.workspace}>
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
        onArrange={panes.arrange}
        onRun={() => begin('run')}
        onStop={run.stop}
        onSubmit={() => begin('submission')}
        onReset={workspace.reset}
      />
      {notice === undefined ? null : <Notice notice={notice} onClose={workspace.closeNotice} />}
      <PaneTabs tab={panes.tab} onTab={panes.setTab} />
      <Panes {...props} workspace={workspace} />
    </div>
  )
}

type PanesProps = LabWorkspaceProps & { readonly workspace: Workspace }

function Panes({ workspace, ...props }: PanesProps) {
  const { panes, text, shown } = workspace
  return (
    <div
      className={styles.panes}
      data-tab={panes.tab}
      data-arrangement={panes.arrangement}
      style={{ '--left': panes.left, '--code': panes.code } as CSSProperties}
    >
      {/* Scrolls by itself, so it must be reachable with the keyboard. */}
      <section aria-label="Task" tabIndex={0} className={`${styles.pane} ${styles.task}`}>
        {props.children}
      </section>
      <Splitter
        label="Width of the left pane"
        orientation="vertical"
        value={panes.left}
        onChange={panes.setLeft}
        className={`${styles.splitter} ${styles.divider}`}
      />
      <section aria-label="Code" className={`${styles.pane} ${styles.code}`}>
        <CodePane
          assets={props.assets.editor}
          source={text.source}
          isRead={text.draft !== undefined}
          onChange={text.write}
          onReady={text.setEditor}
        />
      </section>
      <Splitter
        label="Height of the editor"
        orientation="horizontal"
        value={panes.code}
        onChange={panes.setCode}
        className={`${styles.splitter} ${styles.gap}`}
      />
      <section aria-label="Checks" className={`${styles.pane} ${styles.checks}`}>
        <Checks {...props} workspace={workspace} />
      </section>
      <section aria-label="Trace" className={`${styles.pane} ${styles.trace}`}>
        <TracePanel
          run={shown.run}
          problem={shown.problem}
          cursor={shown.cursor}
          onCursor={shown.setCursor}
          ribbons={props.ribbons}
          noise={props.noise}
        />
      </section>
    </div>
  )
}

function Checks({ workspace, checks, lesson }: PanesProps) {
  const { results, run, submission, shown, panes, text } = workspace
  return (
    <ChecksPanel
      checks={checks}
      kind={results.kind}
      report={run.report}
      submission={submission.view}
      disagreement={workspace.disagreement}
      refusal={results.kind === 'submission' ? submission.refusal : undefined}
      isSending={submission.isSending}
      isStale={workspace.isStale && !submission.isSending}
      source={workspace.judged}
      lesson={lesson}
      open={results.open}
      whole={results.whole}
      onToggleWhole={results.toggleWhole}
      isShown={shown.isShown}
      onKind={results.setKind}
      onToggle={results.toggle}
      onShowRun={(row, event) => {
        shown.show(row, event)
        panes.arrange('investigate')
        panes.setTab('trace')
      }}
      onGoTo={(line, column) => {
        panes.setTab('code')
        text.goTo(line, column)
      }}
    />
  )
}
