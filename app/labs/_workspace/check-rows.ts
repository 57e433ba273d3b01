/**
 * What the check list shows, from a browser run or a graded one: the same rows for both,
 * so that a learner reads one kind of list.
 */
import {
  type CheckResult,
  type CheckSummary,
  type ClaimSummary,
  type EventId,
  formatSeconds,
  type Micros,
  type SeedOutcome,
} from '#core'
import type { CheckState, RunReport } from '../../_run/run-report.ts'
import type { SubmissionView } from '../../_run/submission-view.ts'

export type RowTone = 'idle' | 'running' | 'pass' | 'fail' | 'unknown'

/** Where a failing run can be read from. */
export type RunSource =
  | { readonly kind: 'text'; readonly trace: string }
  | { readonly kind: 'graded'; readonly submissionId: string; readonly checkId: string }

/** Why a check did not pass. */
export interface Explanation {
  /** What kind of end it was: `claim broken`, `threw`, … */
  readonly label: string
  /** The claim that broke, when it was a claim. */
  readonly claim: ClaimSummary | undefined
  readonly message: string
  /** `at event 17, t = 4.000 s, seed 1` */
  readonly where: string
  readonly event: EventId | undefined
  readonly related: readonly EventId[]
  /** The learner's own line, from 1; 0 when unknown. */
  readonly line: number
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
}

/** The rows before anything has run. */
export function rowsBeforeRun(checks: readonly CheckSummary[]): readonly CheckRow[] {
  return checks.map((check) => rowOf(check, 'idle', `${check.seedCount} seeds`))
}

/** The rows of a browser run, as far as it has come. */
export function rowsOfRun({ checks }: RunReport): readonly CheckRow[] {
  return checks.map(({ check, state }) => rowOfState(check, state))
}

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
  }
}

function rowOfState(check: CheckSummary, state: CheckState): CheckRow {
  switch (state.kind) {
    case 'waiting':
      return rowOf(check, 'idle', 'waiting')
    case 'not-run':
      return rowOf(check, 'idle', 'not run')
    case 'running':
      return rowOf(check, 'running', `${state.seedsDone} of ${check.seedCount} seeds`)
    case 'done': {
      const row = rowOf(check, toneOf(state.result), seedsText(state.result))
      const seed = state.result.failure?.seed ?? 1
      return {
        ...row,
        explanation: explain(state.result, check.claims),
        run: state.trace === '' ? undefined : { kind: 'text', trace: state.trace, seed },
      }
    }
    case 'never-returned':
      return neverReturned(check, state)
  }
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
      where: `${at}seed ${seed}`,
      event: last?.id,
      related: [],
      line: 0,
    },
    run: trace === '' ? undefined : { kind: 'text', trace, seed },
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
  { failure }: CheckResult,
  claims: readonly ClaimSummary[],
): Explanation | undefined {
  if (failure === undefined) return undefined
  const { outcome, seed } = failure
  const place = placeOf(outcome)
  return {
    ...wordsOf(outcome, claims, seed),
    where: place === undefined ? `seed ${seed}` : `${place}, seed ${seed}`,
    related: outcome.kind === 'claim-broken' ? outcome.violation.related : [],
    event: eventOf(outcome),
    line: outcome.kind === 'threw' ? outcome.line : 0,
  }
}

type Words = Pick<Explanation, 'label' | 'claim' | 'message'>

function wordsOf(outcome: SeedOutcome, claims: readonly ClaimSummary[], seed: number): Words {
  switch (outcome.kind) {
    case 'claim-broken':
      return {
        label: 'claim broken',
        claim: claims.find(({ id }) => id === outcome.claimId),
        message: outcome.violation.message,
      }
    case 'threw':
      return {
        label: 'your code threw',
        claim: undefined,
        message: `On ${outcome.node}: ${outcome.name}: ${outcome.message}`,
      }
    case 'over-budget':
      return { label: 'over budget', claim: undefined, message: budgetText(outcome) }
    case 'not-deterministic':
      return {
        label: 'not deterministic',
        claim: undefined,
        message: `Two runs with seed ${seed} differed first at event ${outcome.event}. Something outlives a run: look for a variable outside the class, or for anything kept on a global object.`,
      }
    case 'unknown':
      return {
        label: 'limit reached',
        claim: undefined,
        message: `Nothing can be said: ${outcome.why}. This counts neither as passed nor as failed.`,
      }
    case 'pass':
      return { label: 'passed', claim: undefined, message: '' }
  }
}

function budgetText({ budget, limit }: SeedOutcome & { readonly kind: 'over-budget' }): string {
  const count = limit.toLocaleString('en')
  switch (budget) {
    case 'events per instant':
      return `More than ${count} events at one instant: time stood still. A timer of 0 ms that sets itself again does that.`
    case 'effects per call':
      return `One handler call asked for more than ${count} things.`
    case 'bytes per call':
      return `One handler call sent or wrote more than ${count} bytes.`
    case 'messages in flight':
      return `More than ${count} messages were under way at once: they cause each other faster than they arrive.`
    case 'bytes in flight':
      return `More than ${count} bytes were under way at once.`
    case 'bytes on disk':
      return `One node kept more than ${count} bytes on its disk.`
    case 'timers':
      return `One node had more than ${count} timers running at once.`
  }
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
