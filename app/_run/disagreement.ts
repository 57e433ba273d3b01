/**
 * Compares a browser run with the grader's verdict on the same text. They must agree on
 * every visible check: the same code and seed give the same trace in both places.
 */
import type { CheckResult } from '#core'
import type { RunReport } from './run-report.ts'
import type { VerdictView } from './submission-view.ts'

/** Titles of the visible checks in which the two differ; empty when they agree. */
export function disagreements(report: RunReport, verdict: VerdictView): readonly string[] {
  return report.checks.flatMap(({ check, state }) => {
    if (state.kind !== 'done') return []
    const graded = verdict.checks.find(({ checkId, visible }) => visible && checkId === check.id)
    // A check that either side did not get to says nothing.
    if (graded === undefined || graded.seedsRun === 0) return []
    return agree(state.result, graded) ? [] : [check.title]
  })
}

/** Runs that fail must fail by the same trace, not merely both fail. */
function agree(ours: CheckResult, theirs: CheckResult): boolean {
  return ours.verdict === theirs.verdict && ours.failure?.traceHash === theirs.failure?.traceHash
}
