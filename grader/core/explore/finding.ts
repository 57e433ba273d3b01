/** How a search or a walk ends, before it is put into words and events. */
import type { CallFailure } from './call-outcome.ts'
import type { Path } from './path.ts'
import type { Broken, StateClaim, StateViolation } from './result.ts'
import type { Difference } from './self-check.ts'

export type Finding =
  /** A claim about traces broke at the last step. */
  | {
      readonly kind: 'claim-broken'
      readonly broken: Broken & { readonly kind: 'claim-broken' }
      readonly path: Path
    }
  /** The state at the end is wrong. */
  | {
      readonly kind: 'state-broken'
      readonly claim: StateClaim
      readonly violation: StateViolation
      readonly path: Path
    }
  /** The call of the last step failed. */
  | { readonly kind: 'call-failed'; readonly failure: CallFailure; readonly path: Path }
  /** Nodes that live on between calls do something else. */
  | { readonly kind: 'differs'; readonly difference: Difference; readonly path: Path }
  | { readonly kind: 'goals'; readonly paths: readonly Path[] }
  | { readonly kind: 'exhausted' }
  | {
      readonly kind: 'limit'
      readonly limit: 'depth' | 'states' | 'transitions'
      readonly depthCovered: number
    }

/** What was looked at so far. */
export interface Tally {
  states: number
  transitions: number
  depth: number
  pruned: number
}
