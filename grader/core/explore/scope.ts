/** The scope of an exploration: which worlds it looks at, and when it gives up. */
import type { ClientId, Json, Link, NodeId } from '../trace/event.ts'

/** How often each fault may strike on one path. */
export interface FaultBudget {
  /** Messages, requests and answers that vanish. */
  readonly losses: number
  /** Messages that arrive once more. */
  readonly duplicates: number
  /** Crashes, at rest or between two effects of a call. A restart costs nothing. */
  readonly crashes: number
  /** Cuts of the network. Healing costs nothing. */
  readonly cuts: number
  /** Clients that stop waiting for an answer, whose outcome is then `info`. */
  readonly giveUps: number
}

export const NO_FAULTS: FaultBudget = {
  losses: 0,
  duplicates: 0,
  crashes: 0,
  cuts: 0,
  giveUps: 0,
}

/** Links over which nothing is sent while the cut is in force. One cut is in force at a time. */
export interface Cut {
  /** In words: `n1 | n2 n3`. */
  readonly label: string
  readonly links: readonly Link[]
}

/** A client starts its operations one after the other, in the order of the list. */
export interface ExploredOperation {
  readonly client: ClientId
  readonly node: NodeId
  readonly body: Json
}

export interface Scope {
  /** For people: heads the trace of a counterexample. */
  readonly id: string
  readonly nodes: readonly NodeId[]
  readonly settings: { readonly [name: string]: Json }
  readonly operations: readonly ExploredOperation[]
  /** `any-order`: messages overtake each other; `fifo`: not those of one link, copies included. */
  readonly network: 'any-order' | 'fifo'
  /**
   * `any-order`: a pending timer may fire at any time, whatever its duration.
   * `by-duration`: of two timers of one node, one that was set no later and lasts no longer
   * fires first (DSLabs, `TimerQueue`). Nothing is assumed about the clocks of two nodes. A
   * duration that the code draws at random is always the same one: see `StepHost`.
   */
  readonly timers: 'any-order' | 'by-duration'
  readonly faults: FaultBudget
  /** The cuts that may happen. */
  readonly cuts: readonly Cut[]
}

/** Bounds of a search. Reaching one means that nothing can be said about the rest. */
export interface ExploreLimits {
  /** Transitions on one path. */
  readonly depthMax: number
  readonly statesMax: number
  readonly transitionsMax: number
  /** The learner's to keep, as in a run. */
  readonly effectsPerCallMax: number
  readonly bytesPerCallMax: number
}

export const DEFAULT_EXPLORE_LIMITS: ExploreLimits = {
  depthMax: 1_000,
  statesMax: 200_000,
  transitionsMax: 2_000_000,
  effectsPerCallMax: 1_000,
  bytesPerCallMax: 262_144,
}
