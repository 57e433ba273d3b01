/**
 * What the check list shows, from a browser run or a graded one: the same rows for both,
 * so that a learner reads one kind of list.
 */
import {
  type CheckResult,
  type CheckSummary,
  type ClaimSummary,
  type EventId,
  type EventLine,
  formatSeconds,
  headlineOf,
  type Micros,
  type SeedOutcome,
  type ToldOutcome,
} from '#core'
import type { ShrunkRun } from '../../_run/messages.ts'
import type { CheckState, RunReport } from '../../_run/run-report.ts'
import type { SubmissionView } from '../../_run/submission-view.ts'

export type RowTone = 'idle' | 'running' | 'pass' | 'fail' | 'unknown'

/** Where a failing run can be read from. */
export type RunSource =
  | { readonly kind: 'text'; readonly trace: string; readonly lines: readonly EventLine[] }
  | { readonly kind: 'graded'; readonly submissionId: string; readonly checkId: string }

/** Why a check did not pass. */
export interface Explanation {
  /** What kind of end it was: `claim broken`, `threw`, … */
  readonly label: string
  /** The claim that broke, when it was a claim. */
  readonly claim: ClaimSummary | undefined
  readonly message: string
  /** A question to think about; empty when there is none. */
  readonly ask: string
  /** `at event 17, t = 4.000 s, seed 1` */
  readonly where: string
  readonly event: EventId | undefined
  /** The learner's own line, from 1; 0 when unknown. */
  readonly line: number
  /** How the run ended, when a story can be told of it. */
  readonly outcome: ToldOutcome | undefined
}

export interface CheckRow {
  readonly id: string
  readonly title: string
  readonly claims: readonly ClaimSummary[]
  readonly isVisible: boolean
  readonly tone: RowTone
  /** The state in words: `12 of 20 seeds`. */
  readonly status: string
  readonly explanation: Explanation | undefined
  /** A run to look at: the failing one, or the first one. */
  readonly run: (RunSource & { readonly seed: number }) | undefined
  /** What was made of the failing run, or how far that has come; undefined when nothing was. */
  readonly shrinking: Shrinking | undefined
}

/** A failing run can be read whole, or the smallest run that fails the same. */
export type Shrinking =
  | { readonly kind: 'searching'; readonly runs: number }
  | { readonly kind: 'done'; readonly shows: 'smallest' | 'whole'; readonly run: ShrunkRun }

/** The rows before anything has run. */
export function rowsBeforeRun(checks: readonly CheckSummary[]): readonly CheckRow[] {
  return checks.map((check) => rowOf(check, 'idle', `${check.seedCount} seeds`))
}

/**
 * The rows of a browser run, as far as it has come.
 * @param whole ids of the checks whose failing run is shown whole instead of made small
 */
export function rowsOfRun(
  { checks }: RunReport,
  whole: ReadonlySet<string> = NOBODY,
): readonly CheckRow[] {
  return checks.map(({ check, state }) => rowOfState(check, state, whole.has(check.id)))
}

const NOBODY: ReadonlySet<string> = new Set()

function rowOf(check: CheckSummary, tone: RowTone, status: string): CheckRow {
  const { id, title, claims } = check
  return {
    id,
    title,
    claims,
    isVisible: true,
    tone,
    status,
    explanation: undefined,
    run: undefined,
    shrinking: undefined,
  }
}

function rowOfState(check: CheckSummary, state: CheckState, isWhole: boolean): CheckRow {
  switch (state.kind) {
    case 'waiting':
      return rowOf(check, 'idle', 'waiting')
    case 'not-run':
      return rowOf(check, 'idle', 'not run')
    case 'running':
      return rowOf(check, 'running', `${state.seedsDone} of ${check.seedCount} seeds`)
    case 'done':
      return rowOfDone(check, state, isWhole)
    case 'never-returned':
      return neverReturned(check, state)
  }
}

function rowOfDone(
  check: CheckSummary,
  state: CheckState & { readonly kind: 'done' },
  isWhole: boolean,
): CheckRow {
  const { result, shrunk } = state
  const row = rowOf(check, toneOf(result), seedsText(result))
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

function shrinkingOf({ shrunk, shrinkRuns }: CheckState & { readonly kind: 'done' }) {
  if (shrunk !== undefined) return { kind: 'done', shows: 'whole', run: shrunk } as const
  return shrinkRuns === undefined ? undefined : ({ kind: 'searching', runs: shrinkRuns } as const)
}

function neverReturned(
  check: CheckSummary,
  { seed, last, trace }: CheckState & { readonly kind: 'never-returned' },
): CheckRow {
  const handler = last === undefined ? undefined : handlerOf(last.kind)
  const who = last !== undefined && 'node' in last ? `${last.node}, in ${handler},` : 'A node'
  const at = last === undefined ? '' : `${placeText(last.id, last.at)}, `
  return {
    ...rowOf(check, 'fail', 'never returned'),
    explanation: {
      label: 'never returned',
      claim: undefined,
      message: `${who} ran for more than three seconds without coming back. A handler must end: look for a loop whose condition never changes.`,
      ask: '',
      where: `${at}seed ${seed}`,
      event: last?.id,
      line: 0,
      outcome: undefined,
    },
    run: trace === '' ? undefined : { kind: 'text', trace, lines: [], seed },
  }
}

function handlerOf(kind: string): string {
  switch (kind) {
    case 'boot':
      return 'onStart'
    case 'receive':
      return 'onMessage'
    case 'timer':
      return 'onTimer'
    default:
      return 'onRequest'
  }
}

/** The rows of a verdict; hidden checks come after the visible ones. */
export function rowsOfVerdict({ id: submissionId, verdict }: SubmissionView): readonly CheckRow[] {
  return (verdict?.checks ?? []).map((check) => ({
    id: check.checkId,
    title: check.title,
    claims: check.claims,
    isVisible: check.visible,
    tone: check.seedsRun === 0 ? 'idle' : toneOf(check),
    status: check.seedsRun === 0 ? 'not run' : seedsText(check),
    explanation: explain(check, check.claims),
    run: verdict?.runsKept.includes(check.checkId)
      ? { kind: 'graded', submissionId, checkId: check.checkId, seed: check.failure?.seed ?? 0 }
      : undefined,
    shrinking: undefined,
  }))
}

function toneOf({ verdict }: CheckResult): RowTone {
  return verdict
}

function seedsText({ seedsPassed, seedCount, failure }: CheckResult): string {
  if (failure === undefined) return `${seedsPassed} of ${seedCount} seeds`
  switch (failure.outcome.kind) {
    case 'threw':
      return 'your code threw'
    case 'not-deterministic':
      return 'not deterministic'
    case 'over-budget':
      return 'over budget'
    case 'unknown':
      return 'limit reached'
    default:
      return `${seedsPassed} of ${seedCount} seeds`
  }
}

function explain(
  { failure }: Pick<CheckResult, 'failure'>,
  claims: readonly ClaimSummary[],
): Explanation | undefined {
  if (failure === undefined) return undefined
  const { outcome, seed } = failure
  const place = placeOf(outcome)
  return {
    ...wordsOf(outcome, claims, seed),
    where: place === undefined ? `seed ${seed}` : `${place}, seed ${seed}`,
    event: eventOf(outcome),
    line: outcome.kind === 'threw' ? outcome.line : 0,
  }
}

type Words = Pick<Explanation, 'label' | 'claim' | 'message' | 'ask' | 'outcome'>

function wordsOf(outcome: SeedOutcome, claims: readonly ClaimSummary[], seed: number): Words {
  switch (outcome.kind) {
    case 'pass':
      return { label: 'passed', claim: undefined, message: '', ask: '', outcome: undefined }
    case 'unknown':
      return {
        label: 'limit reached',
        claim: undefined,
        message: `Nothing can be said: ${outcome.why}. This counts neither as passed nor as failed.`,
        ask: '',
        outcome: undefined,
      }
    default: {
      const claim =
        outcome.kind === 'claim-broken'
          ? claims.find(({ id }) => id === outcome.claimId)
          : undefined
      const { what: message, ask } = headlineOf(outcome, claim, seed)
      return { label: LABELS[outcome.kind], claim, message, ask, outcome }
    }
  }
}

const LABELS: Readonly<Record<ToldOutcome['kind'], string>> = {
  'claim-broken': 'claim broken',
  threw: 'your code threw',
  'over-budget': 'over budget',
  'not-deterministic': 'not deterministic',
}

function placeOf(outcome: SeedOutcome): string | undefined {
  switch (outcome.kind) {
    case 'claim-broken':
      return placeText(outcome.violation.event, outcome.at)
    case 'threw':
    case 'over-budget':
      return placeText(outcome.event, outcome.at)
    case 'not-deterministic':
      return `event ${outcome.event}`
    default:
      return undefined
  }
}

function placeText(event: EventId, at: Micros): string {
  return `event ${event}, t = ${formatSeconds(at)}`
}

function eventOf(outcome: SeedOutcome): EventId | undefined {
  switch (outcome.kind) {
    case 'claim-broken':
      return outcome.violation.event
    case 'threw':
    case 'over-budget':
    case 'not-deterministic':
      return outcome.event
    default:
      return undefined
  }
}
