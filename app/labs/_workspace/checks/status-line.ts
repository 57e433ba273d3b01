/**
 * How a run or a submission stands: the state by name, and the one short line that says it.
 * Screen readers hear the line; what it means and what to do next is told beside it
 * (see state-notes.ts and what-next.ts).
 */
import type { RunReport } from '../../../_run/run-report.ts'
import type { SubmissionView } from '../../../_run/submission-view.ts'
import { counted } from '../../../_ui/count-text.ts'
import { type CheckRow, rowsOfRun, rowsOfVerdict } from './check-rows.ts'

export type StateKind =
  | 'never-run'
  | 'compiling'
  | 'does-not-compile'
  | 'running'
  | 'stopped'
  | 'broke-down'
  /** All checks that were run hold. */
  | 'held'
  /** At least one check is broken. */
  | 'broken'
  /** None is broken, but not all hold. */
  | 'undecided'
  | 'not-sent'
  | 'sending'
  | 'queued'
  | 'no-grader'
  | 'grading'
  | 'superseded'
  | 'set-aside'
  | 'passed'
  | 'time-limit'
  | 'memory-limit'
  | 'our-fault'

export interface StatusLine {
  readonly kind: StateKind
  readonly tone: 'idle' | 'running' | 'pass' | 'fail' | 'unknown'
  readonly text: string
}

/** Before anything was run. */
export const NEVER_RUN: StatusLine = { kind: 'never-run', tone: 'idle', text: 'Not run yet.' }

/** The code is on its way to the server. */
export const SENDING: StatusLine = { kind: 'sending', tone: 'running', text: 'Submitting…' }

/** The server did not take the code. @param refusal why, in a sentence */
export function statusOfRefusal(refusal: string): StatusLine {
  return { kind: 'not-sent', tone: 'unknown', text: refusal }
}

/** How a browser run stands. Progress in seeds is left to the bar: it would talk too much. */
export function statusOfRun(report: RunReport): StatusLine {
  switch (report.phase.kind) {
    case 'compiling':
      return { kind: 'compiling', tone: 'running', text: 'Compiling…' }
    case 'running':
      return { kind: 'running', tone: 'running', text: 'Running in your browser…' }
    case 'does-not-compile':
      return { kind: 'does-not-compile', tone: 'fail', text: 'Your code does not compile.' }
    case 'stopped':
      return { kind: 'stopped', tone: 'idle', text: 'Stopped.' }
    case 'broke-down':
      return {
        kind: 'broke-down',
        tone: 'unknown',
        text: "The run broke down. This is our fault, not your code's.",
      }
    case 'finished':
      return countRows(rowsOfRun(report))
  }
}

/** How a submission stands. */
export function statusOfSubmission(view: SubmissionView): StatusLine {
  if (view.verdict !== undefined) return statusOfVerdict(view)
  if (view.state === 'superseded') {
    return { kind: 'superseded', tone: 'idle', text: 'Replaced by a newer submission of yours.' }
  }
  if (view.state === 'setAside') {
    return { kind: 'set-aside', tone: 'unknown', text: 'Set aside: something of ours failed.' }
  }
  if (!view.isGraderUp) {
    return { kind: 'no-grader', tone: 'idle', text: 'Saved. No grader is at work right now.' }
  }
  if (view.state === 'queued') {
    const place = view.position <= 1 ? 'Next in the queue' : `In the queue: place ${view.position}`
    return { kind: 'queued', tone: 'running', text: `${place}${untilVerdict(view)}.` }
  }
  return { kind: 'grading', tone: 'running', text: 'Grading…' }
}

/** Rounded up and coarse: an estimate that counts single seconds promises too much. */
function untilVerdict({ estimateMs }: SubmissionView): string {
  if (estimateMs === undefined) return ''
  const seconds = estimateMs / 1_000
  if (seconds <= 5) return ', verdict in a few seconds'
  if (seconds <= 50) return `, verdict in about ${Math.ceil(seconds / 10) * 10} seconds`
  const minutes = Math.ceil(seconds / 60)
  return `, verdict in about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
}

/** `… Graded again with lab version 3.` */
function statusOfVerdict(view: SubmissionView): StatusLine {
  const line = statusOfOutcome(view)
  const regraded = view.verdict?.regraded
  if (regraded === undefined) return line
  return { ...line, text: `${line.text} Graded again with lab version ${regraded.labVersion}.` }
}

function statusOfOutcome(view: SubmissionView): StatusLine {
  switch (view.verdict?.outcome) {
    case 'passed':
      return { kind: 'passed', tone: 'pass', text: 'Passed. Every check holds, hidden ones too.' }
    case 'failed':
      return { ...countRows(rowsOfVerdict(view)), tone: 'fail' }
    case 'unknown':
      return countRows(rowsOfVerdict(view))
    case 'does-not-compile':
      return { kind: 'does-not-compile', tone: 'fail', text: 'Your code does not compile.' }
    case 'time-limit':
      return { kind: 'time-limit', tone: 'fail', text: 'Time limit reached.' }
    case 'memory-limit':
      return { kind: 'memory-limit', tone: 'fail', text: 'Memory limit reached.' }
    case 'our-fault':
    case undefined:
      return { kind: 'our-fault', tone: 'unknown', text: 'Not judged. This is our fault.' }
  }
}

/** `3 of 5 checks hold` */
function countRows(rows: readonly CheckRow[]): StatusLine {
  const count = (tone: CheckRow['tone']) => rows.filter((row) => row.tone === tone).length
  const [passed, failed, unknown] = [count('pass'), count('fail'), count('unknown')]
  if (passed === rows.length) {
    return { kind: 'held', tone: 'pass', text: `All ${counted(rows.length, 'check')} hold.` }
  }
  const rest = [
    ...(failed > 0 ? [`${failed} broken`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(rows.length > passed + failed + unknown
      ? [`${rows.length - passed - failed - unknown} not run`]
      : []),
  ]
  return {
    kind: failed > 0 ? 'broken' : 'undecided',
    tone: failed > 0 ? 'fail' : 'unknown',
    text: `${passed} of ${rows.length} checks hold, ${rest.join(', ')}.`,
  }
}
