/** Why a check did not pass, in words: for a browser run and for a graded one alike. */
import {
  type CheckResult,
  type ClaimSummary,
  type EventId,
  formatSeconds,
  headlineOf,
  type Micros,
  type SeedOutcome,
  type ToldOutcome,
  type TraceEvent,
} from '#core'
import { brokenAt } from '../broken-at.ts'

export interface Explanation {
  /** What kind of end it was: `claim broken`, `your code threw`, … */
  readonly label: string
  /** The claim that broke, when it was a claim. */
  readonly claim: ClaimSummary | undefined
  readonly message: string
  /** What usually does this, where the run itself cannot tell; may be empty. */
  readonly cause: string
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

/** Explains the failure of a result; undefined when there is none. */
export function explain(
  { failure }: Pick<CheckResult, 'failure'>,
  claims: readonly ClaimSummary[],
): Explanation | undefined {
  if (failure === undefined) return undefined
  const { outcome, seed } = failure
  const place = placeOf(outcome)
  return {
    ...wordsOf(outcome, claims, seed),
    where: place === undefined ? `seed ${seed}` : `${place}, seed ${seed}`,
    event: brokenAt(outcome),
    line: outcome.kind === 'threw' ? outcome.line : 0,
  }
}

/** Explains a handler that did not come back. @param last its call, when it was found */
export function explainNeverReturned(seed: number, last: TraceEvent | undefined): Explanation {
  const handler = last === undefined ? undefined : handlerOf(last.kind)
  const who = last !== undefined && 'node' in last ? `${last.node}, in ${handler},` : 'A node'
  const at = last === undefined ? '' : `${placeText(last.id, last.at)}, `
  return {
    label: 'your code never returned',
    claim: undefined,
    message: `${who} ran for more than three seconds without coming back. A handler must end: look for a loop whose condition never changes.`,
    cause:
      'While a handler runs, nothing else does: no message comes in and no timer fires, so that waiting in a loop waits for ever.',
    ask: 'What would have to happen for this loop to end, and who could make it happen?',
    where: `${at}seed ${seed}`,
    event: last?.id,
    line: 0,
    outcome: undefined,
  }
}

/** Explains a grading that a limit ended. @param message what the grader says about it */
export function explainLimit(label: string, message: string): Explanation {
  return {
    label,
    claim: undefined,
    message,
    cause: 'The checks after it were not run.',
    ask: '',
    where: '',
    event: undefined,
    line: 0,
    outcome: undefined,
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

type Words = Pick<Explanation, 'label' | 'claim' | 'message' | 'cause' | 'ask' | 'outcome'>

function wordsOf(outcome: SeedOutcome, claims: readonly ClaimSummary[], seed: number): Words {
  const none = { claim: undefined, message: '', cause: '', ask: '', outcome: undefined }
  switch (outcome.kind) {
    case 'pass':
      return { ...none, label: 'passed' }
    case 'unknown':
      return {
        ...none,
        label: 'limit reached',
        message: `Nothing can be said: ${outcome.why}. This counts neither as passed nor as failed.`,
        cause:
          'No claim broke up to there, so it is no failure. The limit is ours, and far above what a correct solution needs: most often nodes answer each other without end.',
      }
    default: {
      const claim =
        outcome.kind === 'claim-broken'
          ? claims.find(({ id }) => id === outcome.claimId)
          : undefined
      const { what: message, ask } = headlineOf(outcome, claim, seed)
      const { label, cause } = ENDS[outcome.kind]
      return { label, claim, message, cause, ask, outcome }
    }
  }
}

const ENDS: Readonly<
  Record<ToldOutcome['kind'], { readonly label: string; readonly cause: string }>
> = {
  'claim-broken': { label: 'claim broken', cause: '' },
  threw: { label: 'your code threw', cause: '' },
  'over-budget': {
    label: 'over budget',
    cause: 'The bound is the same for everybody, and far above what a correct solution needs.',
  },
  'not-deterministic': {
    label: 'not deterministic',
    cause:
      'Math.random and Date are seeded here and give the same in every run. What differs is a value that outlives a run: one kept on a global, or on a built-in object.',
  },
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
