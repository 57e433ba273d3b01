/** What a state of a run or a submission means, where its short line leaves that open. */
import type { RunReport } from '../../../_run/run-report.ts'
import type { SubmissionView } from '../../../_run/submission-view.ts'
import { counted } from '../../../_ui/count-text.ts'
import { progressOfRun } from './progress.ts'
import type { StateKind } from './status-line.ts'

/** What is known beside the state itself; what does not apply is left out. */
export interface StateFacts {
  readonly report?: RunReport | undefined
  readonly submission?: SubmissionView | undefined
}

/** One or two sentences; empty where the short line says it all. */
export function noteOf(kind: StateKind, facts: StateFacts): string {
  switch (kind) {
    case 'running':
      return runningText(facts.report)
    case 'stopped':
      return 'Checks that had ended keep their results.'
    case 'broke-down':
      return brokeDown(facts.report)
    case 'undecided':
      return 'A limit came before an answer. That is no failure: no claim broke. But it is no pass either.'
    case 'not-sent':
      return 'Your code is kept here; nothing was graded.'
    case 'queued':
      return 'You need not wait on this page: the verdict will be here when you come back.'
    case 'no-grader':
      return 'Your code is saved, and it is graded as soon as a grader is back. You need not wait on this page.'
    case 'grading':
      return gradingText(facts.submission)
    case 'superseded':
      return 'It was taken back before its turn came, and it cost you nothing.'
    case 'set-aside':
      return (
        'We failed each time we tried to grade this. We know about it and nothing is lost: ' +
        'it is graded as soon as that is mended.'
      )
    case 'our-fault':
      return `${facts.submission?.verdict?.message ?? ''} We know about it, and it cost you nothing.`.trim()
    case 'time-limit':
    case 'memory-limit':
      return facts.submission?.verdict?.message ?? ''
    default:
      return ''
  }
}

function runningText(report: RunReport | undefined): string {
  const { done, total } = progressOfRun(report)
  if (report === undefined || total === 0) return ''
  const { events, eventsPerSecond } = report
  const seeds = `${done} of ${counted(total, 'seed')}`
  if (events === 0) return seeds
  const speed = eventsPerSecond === 0 ? '' : `, ${counted(eventsPerSecond, 'event')} a second`
  return `${seeds} · ${counted(events, 'event')}${speed}`
}

function gradingText(view: SubmissionView | undefined): string {
  if (view === undefined || view.seedsTotal === 0) return 'A grader has taken it.'
  return `${view.seedsDone} of ${counted(view.seedsTotal, 'seed')}, hidden checks included.`
}

function brokeDown(report: RunReport | undefined): string {
  const why = report?.phase.kind === 'broke-down' ? report.phase.why : ''
  return why === '' ? '' : `What we know of it: ${why}.`
}
