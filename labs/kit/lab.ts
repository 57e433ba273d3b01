/** The shape of a lab: what its folder must say about itself. */
import type { Check, HistoryReading, Json, Scenario, TradeOff } from '#core'
import type { KitModules } from './instance.ts'

/** A band under a node's lane that shows one watched field over time. */
export interface Ribbon {
  readonly field: string
  readonly label: string
}

/** A known design, measured as the learner's code is. */
export interface ReferencePoint {
  readonly name: string
  readonly measured: TradeOff
}

/** What a real system's own documentation says of it; nothing here was measured. */
export interface DocumentedSystem {
  /** With its setting, which is a part of the answer. */
  readonly name: string
  readonly level: string
  readonly larger: string
  readonly smaller: string
  readonly source: { readonly label: string; readonly url: string }
}

/**
 * What the page measures of the learner's code after the visible checks: the consistency and the
 * availability of a register that is cut in two, to be shown beside known designs.
 */
export interface TradeOffMeasure {
  readonly kind: 'trade-off'
  readonly runs: number
  readonly scenario: (seed: number) => Scenario
  readonly reading: HistoryReading
  /** What the register holds before anybody wrote. */
  readonly initial: Json
  readonly references: readonly ReferencePoint[]
  readonly documented: readonly DocumentedSystem[]
}

export interface Step {
  /** Folder name under `steps`: `03-election`. */
  readonly id: string
  readonly title: string
  /** How long a learner who knows the idea will need. */
  readonly minutes: number
  /** One sentence: what the learner will have when it is done. */
  readonly goal: string
  /** What this step's code imports, when it is not `netsplit/<lab>`: `netsplit/raft-log`. */
  readonly kit?: string
  /**
   * The step whose reference solution is this one's too, by its id: an exam, say, asks for
   * nothing new. Mutants patch that solution. Without it the step has a `solution.ts` of its own.
   */
  readonly solutionOf?: string
  /** It begins something new: it opens with its own starter, not with the code of the step before. */
  readonly isFresh?: true
  /** Slug of the lesson that lies beside the step; where it is not given, the lab's first. */
  readonly lesson?: string
  /** The checks that learners see and run in the browser. */
  readonly visible: readonly Check[]
  /** What is measured of the learner's code and shown after a run. */
  readonly measures?: TradeOffMeasure
  /** Three tiers: a nudge, a direction, a recipe. Never code. */
  readonly hints: readonly [string, string, string]
}

/** The id of the step that holds this step's reference solution: mostly its own. */
export function solutionStepId({ id, solutionOf }: Step): string {
  return solutionOf ?? id
}

export interface Lab {
  /** Folder name under `labs`: `raft`. */
  readonly id: string
  /** Grows when a change may alter a verdict; stored with each submission. */
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly steps: readonly Step[]
  /** What `import` finds in a learner's file. */
  readonly modules: KitModules
  readonly ribbons: readonly Ribbon[]
  /** Message types that diagrams fold away at first, such as heartbeats. */
  readonly noise: readonly string[]
  /** Slugs of the lessons that the lab belongs to. */
  readonly lessons: readonly string[]
}

/** A known-wrong solution: a patch on the reference, and the claim it must break. */
export interface Mutant {
  /** Id in the catalogue of bugs, such as `R01`. */
  readonly id: string
  readonly title: string
  /** Id of the claim that a check must find broken. */
  readonly breaks: string
  /** Replaced in the reference solution; each `find` must occur exactly once. */
  readonly patch: readonly { readonly find: string; readonly replace: string }[]
}
