/** What the page and the worker that runs a learner's code say to each other. */
import type { CheckResult, EventLine, SeedResult } from '#core'

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

export interface RunSize {
  readonly events: number
  /** Steps of the nemesis, and what clients asked for. */
  readonly faults: number
  readonly operations: number
}

/** The smallest run that was found to fail as the first failing run of a check did. */
export interface ShrunkRun {
  readonly checkId: string
  readonly failure: SeedResult
  /** The text of the run. */
  readonly trace: string
  /** Places in the compiled text behind its events. */
  readonly lines: readonly EventLine[]
  /** What is left of its faults, one a line; empty when none is needed. */
  readonly script: string
  readonly before: RunSize
  readonly after: RunSize
  /** False when the search was given up: something might still be taken away. */
  readonly isMinimal: boolean
}

/** What the worker tells, in order. */
export type RunMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'seed-started' } & SeedRef)
  | ({ readonly kind: 'seed-done' } & SeedRef)
  | {
      readonly kind: 'check-done'
      readonly result: CheckResult
      /** The text of the run that failed, or of the first seed when none did. */
      readonly trace: string
      /** Places in the compiled text behind the events of a run that failed. */
      readonly lines?: readonly EventLine[]
    }
  /** Every check is judged; what follows makes the failing runs smaller. */
  | { readonly kind: 'judged' }
  | { readonly kind: 'shrinking'; readonly checkId: string; readonly runs: number }
  | ({ readonly kind: 'shrunk' } & ShrunkRun)
  /** Some more text of a trace that is being recorded. */
  | { readonly kind: 'recorded'; readonly text: string }
  | { readonly kind: 'finished' }
  /** Netsplit itself failed; never the learner's fault. */
  | { readonly kind: 'broke-down'; readonly why: string }
