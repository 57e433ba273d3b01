/**
 * What the check list shows, from a browser run or a graded one: the same rows for both,
 * so that a learner reads one kind of list.
 */
import {
  type CheckResult,
  type CheckSummary,
  type ClaimSummary,
  type EventLine,
  type GradedCheck,
  isSameFailure,
} from '#core'
import type { ShrinkStep, ShrunkRun } from '../../../_run/messages.ts'
import type { CheckState, RunReport } from '../../../_run/run-report.ts'
import type { SubmissionView, VerdictView } from '../../../_run/submission-view.ts'
import { type Explanation, explain, explainLimit, explainNeverReturned } from './explanation.ts'
import { gistOf } from './gist.ts'

/** Which results are shown: the newest, or those that the learner picked. */
export type ResultKind = 'run' | 'submission'

export type RowTone = 'idle' | 'running' | 'pass' | 'fail' | 'unknown'

/** Where a failing run can be read from. */
export type RunSource =
  | { readonly kind: 'text'; readonly trace: string; readonly lines: readonly EventLine[] }
  | {
      readonly kind: 'graded'
      readonly submissionId: string
      readonly checkId: string
      readonly size: 'whole' | 'smallest'
    }

export interface CheckRow {
  readonly id: string
  readonly title: string
  readonly claims: readonly ClaimSummary[]
  /** The claims that tell this check from the others; what broke, once something did. */
  readonly gist: string
  readonly isVisible: boolean
  readonly tone: RowTone
  /** The state in words: `12 of 20 seeds`. */
  readonly status: string
  /** How far it is, while it runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
  readonly explanation: Explanation | undefined
  /** A run to look at: the failing one, or the first one. */
  readonly run: (RunSource & { readonly seed: number }) | undefined
  /** Why there is none, where that needs a word; else empty. */
  readonly runNote: string
  /** What was made of the failing run, or how far that has come; undefined when nothing was. */
  readonly shrinking: Shrinking | undefined
}

/** A failing run can be read whole, or the smallest run that fails the same. */
export type Shrinking =
  | {
      readonly kind: 'searching'
      /** How many it has tried; undefined when a grader searches. */
      readonly runs: number | undefined
      /** How small it is by now. */
      readonly step?: ShrinkStep | undefined
    }
  | { readonly kind: 'done'; readonly shows: 'smallest' | 'whole'; readonly run: ShrunkSizes }

/** What is said of a small run beside the run itself. */
export type ShrunkSizes = Pick<ShrunkRun, 'before' | 'after' | 'script' | 'isMinimal'> &
  Partial<Pick<ShrunkRun, 'wholeScript'>>

/** The rows before anything has run. */
export function rowsBeforeRun(checks: readonly CheckSummary[]): readonly CheckRow[] {
  return checks.map((check) => ({
    ...rowOf(check, 'idle', `${check.seedCount} seeds`),
    gist: gistOf(check, checks),
  }))
}

/**
 * The rows of a browser run, as far as it has come.
 * @param whole ids of the checks whose failing run is shown whole instead of made small
 */
export function rowsOfRun(
  { checks }: RunReport,
  whole: ReadonlySet<string> = NOBODY,
): readonly CheckRow[] {
  const all = checks.map(({ check }) => check)
  return checks.map(({ check, state }) =>
    withGist(rowOfState(check, state, whole.has(check.id)), all),
  )
}

const NOBODY: ReadonlySet<string> = new Set()

/** What broke says more than what was to hold. */
function withGist(row: CheckRow, all: readonly Pick<CheckRow, 'claims'>[]): CheckRow {
  const { explanation } = row
  if (explanation === undefined) return { ...row, gist: gistOf(row, all) }
  const { claim, label } = explanation
  return { ...row, gist: claim?.sentence ?? `${label.charAt(0).toUpperCase()}${label.slice(1)}.` }
}

function rowOf(
  { id, title, claims }: Pick<CheckSummary, 'id' | 'title' | 'claims'>,
  tone: RowTone,
  status: string,
): CheckRow {
  return {
    id,
    title,
    claims,
    gist: '',
    isVisible: true,
    tone,
    status,
    progress: undefined,
    explanation: undefined,
    run: undefined,
    runNote: '',
    shrinking: undefined,
  }
}

function rowOfState(check: CheckSummary, state: CheckState, isWhole: boolean): CheckRow {
  const { seedCount: total } = check
  switch (state.kind) {
    case 'waiting':
      return rowOf(check, 'idle', 'waiting')
    case 'not-run':
      return rowOf(check, 'idle', 'not run')
    case 'running': {
      const done = state.seedsDone
      return {
        ...rowOf(check, 'running', `${done} of ${total} seeds`),
        progress: { done, total },
      }
    }
    case 'done':
      return rowOfDone(check, state, isWhole)
    case 'never-returned': {
      const { seed, last, trace } = state
      return {
        ...rowOf(check, 'fail', `${Math.max(0, seed - 1)} of ${total} seeds`),
        explanation: explainNeverReturned(seed, last),
        run: trace === '' ? undefined : { kind: 'text', trace, lines: [], seed },
      }
    }
  }
}

function rowOfDone(
  check: CheckSummary,
  state: CheckState & { readonly kind: 'done' },
  isWhole: boolean,
): CheckRow {
  const { result, shrunk } = state
  const row = rowOf(check, result.verdict, seedsText(result))
  if (shrunk !== undefined && !isWhole) {
    const { failure, trace, lines } = shrunk
    return {
      ...row,
      explanation: explain({ failure }, check.claims),
      run: { kind: 'text', trace, lines, seed: failure.seed },
      shrinking: { kind: 'done', shows: 'smallest', run: shrunk },
    }
  }
  const { trace, lines = [] } = state
  const seed = result.failure?.seed ?? 1
  return {
    ...row,
    explanation: explain(result, check.claims),
    run: trace === '' ? undefined : { kind: 'text', trace, lines, seed },
    shrinking: shrinkingOf(state),
  }
}

function shrinkingOf({ shrunk, shrinkStep: step }: CheckState & { readonly kind: 'done' }) {
  if (shrunk !== undefined) return { kind: 'done', shows: 'whole', run: shrunk } as const
  return step === undefined ? undefined : ({ kind: 'searching', runs: step.runs, step } as const)
}

/**
 * The rows of a verdict; hidden checks come after the visible ones.
 * @param whole as in `rowsOfRun`
 */
export function rowsOfVerdict(
  { id, verdict }: SubmissionView,
  whole: ReadonlySet<string> = NOBODY,
): readonly CheckRow[] {
  if (verdict === undefined) return []
  return verdict.checks.map((check) => {
    const row = rowOfGraded(check, verdict, id)
    const { checkId } = check
    return withGist(withSmallRun(row, check, verdict, whole.has(checkId)), verdict.checks)
  })
}

/** The row with the smallest run, or with a word on how far the search for one is. */
function withSmallRun(
  row: CheckRow,
  check: GradedCheck,
  { shrunk = [], isShrinking = false }: VerdictView,
  isWhole: boolean,
): CheckRow {
  const small = shrunk.find(({ checkId }) => checkId === row.id)
  if (small === undefined) {
    const outcome = check.failure?.outcome
    const canShrink = outcome !== undefined && isSameFailure(outcome, outcome)
    const isWanted = isShrinking && row.run !== undefined && canShrink
    return isWanted ? { ...row, shrinking: { kind: 'searching', runs: undefined } } : row
  }
  if (isWhole || row.run?.kind !== 'graded') {
    return { ...row, shrinking: { kind: 'done', shows: 'whole', run: small } }
  }
  return {
    ...row,
    explanation: explain(small, check.claims),
    run: { ...row.run, size: 'smallest' },
    shrinking: { kind: 'done', shows: 'smallest', run: small },
  }
}

const TOO_LARGE =
  'This run became too large to be kept, so there is no diagram of it. What broke is as it says above.'

function rowOfGraded(check: GradedCheck, verdict: VerdictView, submissionId: string): CheckRow {
  const isRun = check.seedsRun > 0
  const limit = limitIn(check, verdict)
  const row = rowOf(
    { ...check, id: check.checkId },
    limit !== undefined ? 'fail' : isRun ? check.verdict : 'idle',
    isRun || limit !== undefined ? seedsText(check) : 'not run',
  )
  const seed = check.failure?.seed ?? 0
  return {
    ...row,
    isVisible: check.visible,
    explanation: limit ?? explain(check, check.claims),
    run: verdict.runsKept.includes(row.id)
      ? { kind: 'graded', submissionId, checkId: row.id, size: 'whole', seed }
      : undefined,
    runNote: verdict.runsTooLarge?.includes(row.id) === true ? TOO_LARGE : '',
  }
}

/** A limit ends the grading in the middle of a check: in the one that it names or left half done. */
function limitIn(check: GradedCheck, { outcome, message }: VerdictView): Explanation | undefined {
  if (outcome !== 'time-limit' && outcome !== 'memory-limit') return undefined
  const isHalfDone =
    check.failure === undefined && check.seedsRun > 0 && check.seedsRun < check.seedCount
  if (!isHalfDone && !(check.visible && message.includes(`“${check.title}”`))) return undefined
  return explainLimit(outcome === 'time-limit' ? 'time limit' : 'memory limit', message)
}

function seedsText({ seedsPassed, seedCount }: CheckResult): string {
  return `${seedsPassed} of ${seedCount} seeds`
}
