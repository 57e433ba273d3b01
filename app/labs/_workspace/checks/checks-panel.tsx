/** Results: how things stand, what to do next, what the compiler says, and the checks. */
import type { RunReport } from '../../../_run/run-report.ts'
import type { SubmissionView } from '../../../_run/submission-view.ts'
import { Badge } from '../../../_ui/badge.tsx'
import { cn } from '../../../_ui/class-names.ts'
import { counted } from '../../../_ui/count-text.ts'
import styles from '../workspace.module.css'
import type { LabWorkspaceProps } from '../workspace-props.ts'
import { CheckList, type CheckListProps } from './check-list.tsx'
import type { ResultKind } from './check-rows.ts'
import { DiagnosticGroup } from './diagnostic-group.tsx'
import type { DiagnosticGroup as Group } from './diagnostics.ts'
import { NextLine } from './next-line.tsx'
import { progressOfGrading, progressOfRun } from './progress.ts'
import type { StatusLine } from './status-line.ts'
import { TradeOffPlot } from './trade-off-plot.tsx'
import type { NextAction, WhatNext } from './what-next.ts'

export interface ChecksPanelProps extends CheckListProps {
  readonly kind: ResultKind
  readonly report: RunReport | undefined
  readonly submission: SubmissionView | undefined
  readonly status: StatusLine
  readonly note: string
  readonly next: WhatNext
  readonly onNext: (action: NextAction) => void
  readonly diagnostics: Group | undefined
  /** Titles of the checks in which browser and grader differ about the same text. */
  readonly disagreement: readonly string[]
  readonly onKind: (kind: ResultKind) => void
  /** Known designs, where the step measures the code beside them. */
  readonly tradeOff: LabWorkspaceProps['tradeOff']
  /** Brings the list in view where only the line above it is. */
  readonly onShowList: () => void
}

export function ChecksPanel(props: ChecksPanelProps) {
  const { kind, report, submission, status, isStale, onKind, onGoTo } = props
  const isRun = kind === 'run'
  return (
    <div className="flex min-h-0 grow flex-col" data-state={status.kind}>
      <header className="border-line border-b">
        <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
          <h2 className="font-semibold text-sm">Checks</h2>
          {report !== undefined && submission !== undefined ? (
            <KindSwitch kind={kind} onKind={onKind} />
          ) : status.kind === 'never-run' ? null : (
            <Badge>{isRun ? 'browser run' : 'graded run'}</Badge>
          )}
          {isStale ? <Badge tone="fault">code changed since</Badge> : null}
          <p
            role="status"
            className={`ml-auto text-right text-sm ${TONES[isStale ? 'idle' : status.tone]}`}
          >
            {status.text}
          </p>
          <button
            type="button"
            onClick={props.onShowList}
            className={cn(
              'min-h-8 text-accent text-sm underline underline-offset-2',
              styles.onlyInRead,
            )}
          >
            Show the checks
          </button>
        </div>
        <NextLine note={props.note} next={props.next} onAction={props.onNext} />
        <Progress {...{ kind, report, submission }} />
      </header>
      <div className={cn('min-h-0 grow overflow-y-auto', styles.results)}>
        <Disagreement titles={props.disagreement} />
        <DiagnosticGroup group={props.diagnostics} onGoTo={onGoTo} />
        <CheckList
          rows={props.rows}
          isStale={isStale}
          onGoTo={onGoTo}
          onPoint={props.onPoint}
          source={props.source}
          lesson={props.lesson}
          onToggleWhole={props.onToggleWhole}
          onStopSearch={props.onStopSearch}
          open={props.open}
          isShown={props.isShown}
          onToggle={props.onToggle}
          onShowRun={props.onShowRun}
        />
        {isRun ? (
          <p className="px-4 py-3 text-muted text-sm">
            Submit also tries hidden checks: other faults, more seeds.
          </p>
        ) : null}
        {isRun && props.tradeOff !== undefined && report?.phase.kind === 'finished' ? (
          <TradeOffPlot measured={report.measured} isStale={isStale} {...props.tradeOff} />
        ) : null}
      </div>
    </div>
  )
}

const TONES: Readonly<Record<StatusLine['tone'], string>> = {
  idle: 'text-muted',
  running: 'text-text',
  pass: 'font-medium text-pass',
  fail: 'font-medium text-violation',
  unknown: 'font-medium text-text',
}

/** Titles that are named; the others are counted. */
const DISAGREEMENTS_MAX = 3

/** Says it when the two runs of one text differ: somebody is wrong, and it may be us. */
function Disagreement({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length === 0) return null
  const named = titles.slice(0, DISAGREEMENTS_MAX).map((title) => `“${title}”`)
  const rest = titles.length - named.length
  return (
    <p className="border-fault border-l-2 px-4 py-3 text-sm">
      <strong>Your browser and the grader disagree</strong> about {named.join(', ')}
      {rest === 0 ? null : ` and ${counted(rest, 'more check')}`}. The graded run counts. Either
      something in the code is not deterministic, or this is our mistake.
    </p>
  )
}

function KindSwitch({ kind, onKind }: Pick<ChecksPanelProps, 'kind' | 'onKind'>) {
  return (
    <fieldset className="flex gap-1 text-sm">
      <legend className="sr-only">Show the results of</legend>
      {(['run', 'submission'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={kind === one}
          onClick={() => onKind(one)}
          className={cn(
            'min-h-7 rounded px-2 pointer-coarse:min-h-11',
            kind === one ? 'bg-surface-strong font-medium' : 'text-muted hover:text-text',
          )}
        >
          {one === 'run' ? 'Browser run' : 'Graded run'}
        </button>
      ))}
    </fieldset>
  )
}

/** How far a run or a grading is; nothing while none is under way. */
function Progress({
  kind,
  report,
  submission,
}: Pick<ChecksPanelProps, 'kind' | 'report' | 'submission'>) {
  const { done, total } = kind === 'run' ? progressOfRun(report) : progressOfGrading(submission)
  if (total === 0) return <div className="h-[3px]" />
  return (
    <progress
      aria-label={kind === 'run' ? 'Seeds run' : 'Seeds graded'}
      value={done}
      max={total}
      className="block h-[3px] w-full appearance-none bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
    />
  )
}
