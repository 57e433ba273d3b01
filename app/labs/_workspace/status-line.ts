/** The one short line that says how a run or a submission stands; screen readers hear it. */
import type { RunReport } from '../../_run/run-report.ts'
import type { SubmissionView } from '../../_run/submission-view.ts'
import { type CheckRow, rowsOfRun, rowsOfVerdict } from './check-rows.ts'

export interface StatusLine {
  readonly tone: 'idle' | 'running' | 'pass' | 'fail' | 'unknown'
  readonly text: string
}

/** How a browser run stands. Progress in seeds is left to the bar: it would talk too much. */
export function statusOfRun(report: RunReport): StatusLine {
  switch (report.phase.kind) {
    case 'compiling':
      return { tone: 'running', text: 'Compiling…' }
    case 'running':
      return { tone: 'running', text: 'Running in your browser…' }
    case 'does-not-compile':
      return { tone: 'fail', text: 'Your code does not compile.' }
    case 'stopped':
      return { tone: 'idle', text: 'Stopped.' }
    case 'broke-down':
      return {
        tone: 'unknown',
        text: `The run broke down. This is our fault, not your code's: run it again. (${report.phase.why})`,
      }
    case 'finished':
      return countRows(rowsOfRun(report))
  }
}

/** How a submission stands. */
export function statusOfSubmission(view: SubmissionView): StatusLine {
  if (view.verdict !== undefined) return statusOfVerdict(view)
  if (view.state === 'superseded') {
    return {
      tone: 'idle',
      text: 'Replaced by a newer submission of yours before its turn came. It cost nothing.',
    }
  }
  if (view.state === 'setAside') {
    return {
      tone: 'unknown',
      text:
        'Something of ours failed each time we tried to grade this. We know about it and ' +
        'nothing is lost: it is graded as soon as that is mended, or submit again now, for free.',
    }
  }
  if (!view.isGraderUp) {
    return {
      tone: 'idle',
      text: 'No grader is at work right now. Your code is saved and will be graded as soon as one is.',
    }
  }
  if (view.state === 'queued') {
    return {
      tone: 'running',
      text: `${view.position <= 1 ? 'Next in the queue' : `In the queue: place ${view.position}`}${untilVerdict(view)}.`,
    }
  }
  return { tone: 'running', text: 'Grading…' }
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

function statusOfOutcome({ verdict, ...view }: SubmissionView): StatusLine {
  switch (verdict?.outcome) {
    case 'passed':
      return { tone: 'pass', text: 'Passed. Every check holds, hidden ones too.' }
    case 'failed': {
      const line = countRows(rowsOfVerdict({ ...view, verdict }))
      return { tone: 'fail', text: line.text }
    }
    case 'our-fault':
      return {
        tone: 'unknown',
        text:
          verdict.message ||
          'The grader failed. This is our fault: submit again, it costs nothing.',
      }
    case undefined:
      return { tone: 'idle', text: '' }
    default:
      return {
        tone: verdict?.outcome === 'unknown' ? 'unknown' : 'fail',
        text: verdict?.message ?? '',
      }
  }
}

/** `3 of 5 checks hold` */
function countRows(rows: readonly CheckRow[]): StatusLine {
  const count = (tone: CheckRow['tone']) => rows.filter((row) => row.tone === tone).length
  const [passed, failed, unknown] = [count('pass'), count('fail'), count('unknown')]
  if (passed === rows.length) {
    return { tone: 'pass', text: `All ${rows.length} checks hold. Submit for the hidden ones.` }
  }
  const rest = [
    ...(failed > 0 ? [`${failed} broken`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(rows.length > passed + failed + unknown
      ? [`${rows.length - passed - failed - unknown} not run`]
      : []),
  ]
  return {
    tone: failed > 0 ? 'fail' : 'unknown',
    text: `${passed} of ${rows.length} checks hold, ${rest.join(', ')}.`,
  }
}
