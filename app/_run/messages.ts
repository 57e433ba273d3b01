/** What the page and the worker that runs a learner's code say to each other. */
import type { CheckResult } from '#core'

/** One seed of one check. */
export interface SeedRef {
  readonly checkId: string
  readonly seed: number
}

/** The page's only message: what to run. */
export interface RunRequest {
  readonly labId: string
  readonly stepId: string
  /** The learner's module as CommonJS text. */
  readonly code: string
  readonly task: RunTask
}

export type RunTask =
  /** Every visible check with all its seeds. */
  | { readonly kind: 'judge' }
  /** One seed, with each event sent before the handler that it calls: finds what hangs. */
  | ({ readonly kind: 'record' } & SeedRef)

/** What the worker tells, in order. */
export type RunMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'seed-started' } & SeedRef)
  | ({ readonly kind: 'seed-done' } & SeedRef)
  /** The trace is the text of the run that failed, or of the first seed when none did. */
  | { readonly kind: 'check-done'; readonly result: CheckResult; readonly trace: string }
  /** Some more text of a trace that is being recorded. */
  | { readonly kind: 'recorded'; readonly text: string }
  | { readonly kind: 'finished' }
  /** Netsplit itself failed; never the learner's fault. */
  | { readonly kind: 'broke-down'; readonly why: string }
