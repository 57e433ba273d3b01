/**
 * A claim: a property in one plain sentence, and the monitor that judges a trace by
 * it, event by event. Claims know traces; they do not know the simulator.
 */
import type { EventId, EventKind, Micros, NodeId, TraceEvent, TraceHeader } from '../trace/event.ts'
import type { WorldView } from '../trace/world-view.ts'

/** Where and how a claim broke. */
export interface Violation {
  /** The event at which it broke. */
  readonly event: EventId
  /** One sentence with the names and numbers of this run. */
  readonly message: string
  /** Earlier events that the sentence speaks of, in order; at most four. */
  readonly related: readonly EventId[]
  /** The nodes that the sentence speaks of. */
  readonly nodes: readonly NodeId[]
}

export interface Monitor {
  /**
   * The kinds of event that matter to it: those at which the claim may break, and those that
   * it remembers something of. Without them it is shown every event, as a claim about time
   * must be. A judge may leave the other kinds out; the monitor answers the same.
   */
  readonly kinds?: readonly EventKind[]
  /** Looks at one event; `view` already includes it. */
  onEvent(event: TraceEvent, view: WorldView): Violation | undefined
  /** Judges the run as a whole once it has ended, where nothing broke before. */
  onEnd?(): (Violation & { readonly at: Micros }) | Doubt | undefined
}

/** The claim could be neither kept nor broken: what the search would have needed. */
export interface Doubt {
  readonly why: string
}

export interface Claim {
  /** Short and stable: `election-safety`. */
  readonly id: string
  /** The property in one plain sentence. */
  readonly sentence: string
  /** Where the property comes from: paper and section. */
  readonly source: string
  /** A question that leads to the cause without giving the answer away. */
  readonly ask: string
  readonly monitor: (header: TraceHeader) => Monitor
}
