/**
 * The seam between exploration and the code that it explores: a node as a function on
 * text. A search visits states in an order in which no run would, so it cannot keep nodes
 * alive; it keeps what they remember as text and puts it back before each call.
 */
import type { HandlerCall, StartConfig } from '../sim/node-host.ts'
import type { NodeId } from '../trace/event.ts'

export type StepResult =
  | {
      readonly kind: 'stepped'
      /** What the handler asked for or threw, as in `NodeHost.call`. */
      readonly reply: string
      /** What the node remembers now: equal states have equal text. Opaque to the search. */
      readonly state: string
    }
  /** The node cannot be written down as text; `why` is for the learner. */
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Runs single calls. Equal arguments must give equal results: the search asks once and
 * remembers. So `now()` stands still, and random draws start from one constant at each call.
 */
export interface StepHost {
  /**
   * Runs one handler to completion on a node that is made for this call alone.
   * @param config what a start would be told, with the disk as the node sees it now
   * @param state what the node remembered after its last call; null for a start
   */
  step(config: StartConfig, state: string | null, call: HandlerCall): StepResult
}

/**
 * The same code with nodes that live on between calls, as in a simulated run. Where it
 * differs from the `StepHost`, something that the node uses is not in the text.
 */
export interface LiveHost {
  /** Runs one handler; a start throws the node's old instance away, module and all. */
  call(node: NodeId, call: HandlerCall): StepResult
}
