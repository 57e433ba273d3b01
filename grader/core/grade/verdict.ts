/** What came of running a check: plain data that crosses processes and is stored. */
import type { Violation } from '../check/claim.ts'
import type { BudgetName } from '../sim/recorder.ts'
import type { EventId, Micros, NodeId } from '../trace/event.ts'
import type { ClaimSummary } from './check.ts'

/** How one seed of one check ended. */
export type SeedOutcome =
  | { readonly kind: 'pass' }
  | {
      readonly kind: 'claim-broken'
      readonly claimId: string
      readonly at: Micros
      readonly violation: Violation
    }
  | {
      readonly kind: 'threw'
      readonly node: NodeId
      readonly name: string
      readonly message: string
      /** In the compiled text; 0 when unknown. Mapped to the learner's text by who compiled it. */
      readonly line: number
      readonly column: number
      readonly at: Micros
      readonly event: EventId
    }
  /** A bound that the learner's code must keep: `events per instant` means time stood still. */
  | {
      readonly kind: 'over-budget'
      readonly budget: Exclude<BudgetName, 'events'>
      readonly limit: number
      readonly at: Micros
      readonly event: EventId
    }
  /** Two runs with one seed differed: something in the code is not deterministic. */
  | { readonly kind: 'not-deterministic'; readonly event: EventId }
  /** Our own bound on events was reached first, so nothing can be said. */
  | { readonly kind: 'unknown'; readonly why: string }

export interface SeedResult {
  readonly seed: number
  readonly outcome: SeedOutcome
  /** Hash of the trace: equal runs have equal hashes wherever they ran. */
  readonly traceHash: string
  readonly eventCount: number
}

/** `unknown` is never a pass. */
export type Verdict = 'pass' | 'fail' | 'unknown'

export interface CheckResult {
  readonly checkId: string
  readonly verdict: Verdict
  readonly seedsPassed: number
  readonly seedsRun: number
  readonly seedCount: number
  /** The first seed that did not pass, if any. */
  readonly failure?: SeedResult
}

/** The verdict that one seed's outcome speaks for. */
export function verdictOf(outcome: SeedOutcome): Verdict {
  if (outcome.kind === 'pass') return 'pass'
  return outcome.kind === 'unknown' ? 'unknown' : 'fail'
}

/** A check's result with what a learner needs to read it; stored with a submission. */
export interface GradedCheck extends CheckResult {
  /** False for the checks that only the grader knows. */
  readonly visible: boolean
  readonly title: string
  readonly claims: readonly ClaimSummary[]
}

/** How much a run has of what can be taken away. */
export interface RunSize {
  readonly events: number
  /** Steps of the nemesis, and what clients ask for. */
  readonly faults: number
  readonly operations: number
}

/** The smallest run that was found to fail as the first failing run of a check did. */
export interface GradedShrink {
  readonly failure: SeedResult
  /** The script that makes it of the check's scenario (travel/run-script). */
  readonly script: string
  readonly before: RunSize
  readonly after: RunSize
  /** False when the search was given up: something might still be taken away. */
  readonly isMinimal: boolean
}

/** How a submission was judged, in one word. `our-fault` costs the learner nothing. */
export type GradeOutcome =
  | 'passed'
  | 'failed'
  | 'unknown'
  | 'does-not-compile'
  | 'time-limit'
  | 'memory-limit'
  | 'our-fault'
