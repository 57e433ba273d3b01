/** How far a run or a grading is, in seeds. */
import type { RunReport } from '../../../_run/run-report.ts'
import type { SubmissionView } from '../../../_run/submission-view.ts'

export interface Progress {
  readonly done: number
  /** 0 while nothing is under way. */
  readonly total: number
}

/** Of a browser run. A check that ended early counts whole. */
export function progressOfRun(report: RunReport | undefined): Progress {
  if (report?.phase.kind !== 'running') return { done: 0, total: 0 }
  let [done, total] = [0, 0]
  for (const { check, state } of report.checks) {
    total += check.seedCount
    if (state.kind === 'running') done += state.seedsDone
    else if (state.kind !== 'waiting') done += check.seedCount
  }
  return { done, total }
}

/** Of a grading. */
export function progressOfGrading(view: SubmissionView | undefined): Progress {
  if (view === undefined || view.state !== 'running') return { done: 0, total: 0 }
  return { done: view.seedsDone, total: view.seedsTotal }
}
