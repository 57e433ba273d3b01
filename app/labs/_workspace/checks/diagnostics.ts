/** What the compiler says, as the first group of the check list. */
import type { Problem } from '../../../_run/compilation.ts'
import type { RunReport } from '../../../_run/run-report.ts'
import type { SubmissionView } from '../../../_run/submission-view.ts'
import { counted } from '../../../_ui/count-text.ts'
import type { Diagnostic } from '../drafts/diagnostic.ts'

export interface DiagnosticGroup {
  readonly tone: 'fail' | 'warning'
  /** `3 type errors: the code still runs` */
  readonly title: string
  readonly problems: readonly Problem[]
}

export interface DiagnosticSources {
  /** The run whose results are shown, if a run's are. */
  readonly report: RunReport | undefined
  /** The submission whose results are shown, if a submission's are. */
  readonly submission: SubmissionView | undefined
  /** The code was edited since. */
  readonly isStale: boolean
  /** What the editor says of the text as it is now. */
  readonly live: readonly Diagnostic[]
}

/** The group to show; undefined when there is nothing to say. */
export function diagnosticsOf(sources: DiagnosticSources): DiagnosticGroup | undefined {
  const { report, submission, isStale, live } = sources
  // What the judged text is said to have is of no use once it was edited.
  if (isStale) return groupOf('in the code as it is now', live)
  const phase = report?.phase
  if (phase?.kind === 'does-not-compile') return broken(phase.problems)
  const graded = gradedProblem(submission)
  if (graded !== undefined) return broken([graded])
  const wasRun = report !== undefined || submission?.verdict !== undefined
  const problems = report === undefined || report.warnings.length === 0 ? live : report.warnings
  return groupOf(wasRun ? 'the code still runs' : 'in the code as it is now', problems)
}

function broken(problems: readonly Problem[]): DiagnosticGroup {
  const title = `${counted(problems.length, 'place')} where it does not compile`
  return { tone: 'fail', title, problems }
}

function groupOf(
  meaning: string,
  problems: readonly (Problem | Diagnostic)[],
): DiagnosticGroup | undefined {
  const errors = problems.filter((one) => !('severity' in one) || one.severity === 'error')
  if (errors.length === 0) return undefined
  return {
    tone: 'warning',
    title: `${counted(errors.length, 'type error')}: ${meaning}`,
    problems: errors,
  }
}

/** The grader says it in a sentence that begins with the place. */
function gradedProblem(view: SubmissionView | undefined): Problem | undefined {
  const verdict = view?.verdict
  if (verdict?.outcome !== 'does-not-compile') return undefined
  const found = /^Line (\d+), column (\d+): (.*)$/s.exec(verdict.message)
  if (found === null) return { line: 1, column: 1, message: verdict.message }
  const [, line, column, message = ''] = found
  return { line: Number(line), column: Number(column), message }
}
