/** What the page and the worker that runs a learner's code say to each other. */
import type {
  CheckResult,
  Choice,
  EventId,
  EventLine,
  HandStep,
  ScriptProblem,
  SeedOutcome,
  SeedResult,
  TradeOff,
} from '#core'

/** One seed of one check. */
export interface SeedRef {
  readonly checkId: string
  readonly seed: number
}

/** One seed of one check, as a script changes it (grader/core/travel/run-script). */
export interface SeedScript extends SeedRef {
  /** Left out: as in the check. */
  readonly script?: string
  /** By itself as far as this event, whatever the script says was picked by hand. */
  readonly until?: EventId
}

/** The page's first message: what to run. */
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
  | ({ readonly kind: 'record' } & SeedScript)
  /** One seed with its whole run: a what-if. */
  | ({ readonly kind: 'replay' } & SeedScript)
  /** The smallest run that fails as this one does. */
  | ({ readonly kind: 'shrink' } & SeedScript)
  /** A run in which the page says what happens next, by `HandCommand`s. */
  | ({ readonly kind: 'by-hand' } & SeedScript)

/** What the page says during a run by hand; each is answered by one `hand`. */
export type HandCommand =
  | { readonly kind: 'take'; readonly step: HandStep }
  | { readonly kind: 'undo' }

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
  /** The script that makes it, and that of the whole run. */
  readonly script: string
  readonly wholeScript: string
  readonly before: RunSize
  readonly after: RunSize
  /** False when the search was given up: something might still be taken away. */
  readonly isMinimal: boolean
}

/** A run that a script made. */
export interface ReplayedRun {
  readonly result: SeedResult
  readonly trace: string
  readonly lines: readonly EventLine[]
  readonly script: string
  /** Where each fault fell: its index among those of the script, and its first event. */
  readonly fell: readonly { readonly step: number; readonly event: EventId }[]
  /** The choice that this code does not offer: the run by hand ends before it. */
  readonly stuckAt?: string
}

/** How a run by hand stands. */
export interface HandState {
  /** The text of the trace from this event on, with its header; 0: all of it. */
  readonly from: EventId
  readonly trace: string
  readonly choices: readonly Choice[]
  /** What broke first, or how the run ended. */
  readonly outcome?: SeedOutcome
  readonly hasEnded: boolean
  /** How many steps can be taken back. */
  readonly stepCount: number
  /** All of it as a script: faults of the scenario and the steps. */
  readonly script: string
  /** The step that was asked for could not be taken. */
  readonly refused?: string
}

/** How far a search for a smaller run has come. */
export interface ShrinkStep {
  readonly checkId: string
  /** How many runs it has tried. */
  readonly runs: number
  readonly before: RunSize
  /** The smallest so far. */
  readonly size: RunSize
}

/** What the worker tells, in order. */
export type RunMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'seed-started' } & SeedRef)
  | ({ readonly kind: 'seed-done'; readonly events: number } & SeedRef)
  | {
      readonly kind: 'check-done'
      readonly result: CheckResult
      /** The text of the run that failed, or of the first seed when none did. */
      readonly trace: string
      /** The script that makes that run, when there is one. */
      readonly script?: string
      /** Places in the compiled text behind the events of a run that failed. */
      readonly lines?: readonly EventLine[]
    }
  /** Every check is judged; what follows makes the failing runs smaller. */
  | { readonly kind: 'judged' }
  /** What the step measures of this code, where it does and the code ran to the end. */
  | { readonly kind: 'measured'; readonly tradeOff: TradeOff }
  | ({ readonly kind: 'shrinking' } & ShrinkStep)
  | ({ readonly kind: 'shrunk' } & ShrunkRun)
  | ({ readonly kind: 'replayed' } & ReplayedRun)
  | { readonly kind: 'script-problems'; readonly problems: readonly ScriptProblem[] }
  | ({ readonly kind: 'hand' } & HandState)
  /** Some more text of a trace that is being recorded. */
  | { readonly kind: 'recorded'; readonly text: string }
  | { readonly kind: 'finished' }
  /** Netsplit itself failed; never the learner's fault. */
  | { readonly kind: 'broke-down'; readonly why: string }
