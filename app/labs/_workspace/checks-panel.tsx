/** Results: the status line, what the compiler says, and the list of checks. */
import type { CheckSummary } from '#core'
import type { RunReport } from '../../_run/run-report.ts'
import type { SubmissionView } from '../../_run/submission-view.ts'
import { Badge } from '../../_ui/badge.tsx'
import { CheckList, type CheckListProps } from './check-list.tsx'
import { rowsBeforeRun, rowsOfRun, rowsOfVerdict } from './check-rows.ts'
import { ProblemList } from './problem-list.tsx'
import { type StatusLine, statusOfRun, statusOfSubmission } from './status-line.ts'

/** Which results are shown: the newest, or those that the learner picked. */
export type ResultKind = 'run' | 'submission'

interface ChecksPanelProps extends Omit<CheckListProps, 'rows'> {
  readonly checks: readonly CheckSummary[]
  readonly kind: ResultKind
  readonly report: RunReport | undefined
  readonly submission: SubmissionView | undefined
  readonly refusal: string | undefined
  /** Titles of the checks in which browser and grader differ about the same text. */
  readonly disagreement: readonly string[]
  /** The code is on its way to the server. */
  readonly isSending: boolean
  readonly onKind: (kind: ResultKind) => void
  /** Ids of the checks whose failing run is shown whole. */
  readonly whole: ReadonlySet<string>
}

export function ChecksPanel(props: ChecksPanelProps) {
  const { kind, report, submission, refusal, isStale, onKind, onGoTo } = props
  const isRun = kind === 'run'
  const status = statusOf(props)
  const phase = isRun ? report?.phase : undefined
  return (
    <div className="flex min-h-0 grow flex-col">
      <header className="border-line border-b">
        <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
          <h2 className="font-semibold text-sm">Checks</h2>
          {report !== undefined && submission !== undefined ? (
            <KindSwitch kind={kind} onKind={onKind} />
          ) : status === undefined ? null : (
            <Badge>{isRun ? 'browser run' : 'graded run'}</Badge>
          )}
          {isStale ? <Badge tone="fault">code changed since</Badge> : null}
          <p
            role="status"
            className={`ml-auto text-right text-sm ${TONES[status?.tone ?? 'idle']}`}
          >
            {refusal ?? status?.text ?? 'Not run yet.'}
          </p>
        </div>
        <Progress {...{ kind, report, submission }} />
      </header>
      <div className="min-h-0 grow overflow-y-auto">
        {phase?.kind === 'does-not-compile' ? (
          <ProblemList
            tone="fail"
            title="Mend this first:"
            problems={phase.problems}
            onGoTo={onGoTo}
          />
        ) : null}
        <Disagreement titles={props.disagreement} />
        {isRun && report !== undefined ? (
          <ProblemList
            tone="warning"
            title="Type errors. They do not stop a run, but one of them may be the cause."
            problems={report.warnings}
            onGoTo={onGoTo}
          />
        ) : null}
        <CheckList
          rows={rowsOf(props)}
          isStale={isStale}
          onGoTo={onGoTo}
          source={props.source}
          lesson={props.lesson}
          onToggleWhole={props.onToggleWhole}
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

const SENDING: StatusLine = { tone: 'running', text: 'Submitting…' }

function statusOf({ kind, report, submission, isSending }: ChecksPanelProps) {
  if (kind === 'run') return report && statusOfRun(report)
  return isSending ? SENDING : submission && statusOfSubmission(submission)
}

function rowsOf({ checks, kind, report, submission, isSending, whole }: ChecksPanelProps) {
  if (kind === 'run' && report !== undefined) return rowsOfRun(report, whole)
  if (kind === 'submission' && submission !== undefined && !isSending) {
    const rows = rowsOfVerdict(submission)
    if (rows.length > 0) return rows
  }
  return rowsBeforeRun(checks)
}

/** Says it when the two runs of one text differ: somebody is wrong, and it may be us. */
function Disagreement({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length === 0) return null
  return (
    <p className="border-fault border-l-2 px-4 py-3 text-sm">
      <strong>Your browser and the grader disagree</strong> about {titles.join(', ')}. The graded
      run counts. Either something in the code is not deterministic, or this is our mistake.
    </p>
  )
}

function KindSwitch({
  kind,
  onKind,
}: {
  readonly kind: ResultKind
  readonly onKind: (kind: ResultKind) => void
}) {
  return (
    <fieldset className="flex gap-1 text-sm">
      <legend className="sr-only">Show the results of</legend>
      {(['run', 'submission'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={kind === one}
          onClick={() => onKind(one)}
          className={`min-h-7 rounded px-2 ${kind === one ? 'bg-surface-strong font-medium' : 'text-muted hover:text-text'}`}
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

interface Amount {
  readonly done: number
  readonly total: number
}

function progressOfRun(report: RunReport | undefined): Amount {
  if (report?.phase.kind !== 'running') return { done: 0, total: 0 }
  let [done, total] = [0, 0]
  for (const { check, state } of report.checks) {
    total += check.seedCount
    if (state.kind === 'running') done += state.seedsDone
    else if (state.kind !== 'waiting') done += check.seedCount
  }
  return { done, total }
}

function progressOfGrading(view: SubmissionView | undefined): Amount {
  if (view === undefined || view.state !== 'running') return { done: 0, total: 0 }
  return { done: view.seedsDone, total: view.seedsTotal }
}
