/** How the results that are shown relate to the text as it is now, and to each other. */
import { disagreements } from '../../_run/disagreement.ts'
import type { RunReport } from '../../_run/run-report.ts'
import type { SubmissionView } from '../../_run/submission-view.ts'
import type { ResultKind } from './checks/check-rows.ts'

interface Results {
  readonly kind: ResultKind
  readonly report: RunReport | undefined
  readonly submission: {
    readonly view: SubmissionView | undefined
    readonly source: string | undefined
  }
  /** The text as it is now. */
  readonly source: string
}

interface Judged {
  /** The text whose results are shown. */
  readonly judged: string | undefined
  /** It was edited since. */
  readonly isStale: boolean
  /** Titles of the checks in which browser and grader differ about one text. */
  readonly disagreement: readonly string[]
}

/** Compares what was judged with what is there. */
export function judgedOf({ kind, report, submission, source }: Results): Judged {
  const judged = kind === 'run' ? report?.source : submission.source
  const verdict = submission.view?.verdict
  const isSameText = report !== undefined && report.source === submission.source
  return {
    judged,
    isStale: judged !== undefined && judged !== source,
    disagreement: isSameText && verdict !== undefined ? disagreements(report, verdict) : [],
  }
}
