/** What a checker of histories answers. `unknown` is never a pass. */

/** How two operations of a counterexample are tied to each other. */
export type RelationKind =
  /** Same process, one after the other. */
  | 'process-order'
  /** One returned before the other was called. */
  | 'real-time'
  /** The second read what the first wrote. */
  | 'reads-from'
  /** The second overwrote what the first wrote. */
  | 'overwrites'
  /** The second overwrote what the first had read (an anti-dependency). */
  | 'read-before'
  /** The second follows the first in the causal order. */
  | 'causal'

export interface Relation {
  /** Ids of operations. */
  readonly from: number
  readonly to: number
  readonly kind: RelationKind
}

/** Why a history is not what was claimed. */
export interface Anomaly {
  /** Short and stable, one for each kind of anomaly: `stale-read`, `cyclic-causality`, `G1c`. */
  readonly kind: string
  /** One sentence with the operations, keys and values of this history. */
  readonly message: string
  /** Ids of the operations that it speaks of, in the order in which to tell it; few. */
  readonly operations: readonly number[]
  /** What ties them together, when there is more to say than their order. */
  readonly relations: readonly Relation[]
}

export type HistoryVerdict =
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'fail'; readonly anomaly: Anomaly }
  /** `why` says what stopped the search and what would let it go on. */
  | { readonly verdict: 'unknown'; readonly why: string }

/** Bounds a search; every checker whose work may grow faster than its input takes one. */
export interface SearchLimits {
  /** Steps of the search; a checker says what a step is. Reached: `unknown`. */
  readonly stepsMax: number
  /** Called now and then with the steps done; `stop` ends the search with `unknown`. */
  readonly onProgress?: (steps: number) => 'continue' | 'stop'
}
