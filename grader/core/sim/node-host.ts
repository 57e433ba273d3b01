/**
 * The seam between the simulator and the code that it runs. The browser, the
 * sandbox, the tests and the replay of a tape each have their own host.
 */
import type { ClientId, Json, Micros, NodeId } from '../trace/event.ts'

/** What a new instance is told when it starts. */
export interface StartConfig {
  readonly id: NodeId
  /** All nodes of the cluster, this one included. */
  readonly nodes: readonly NodeId[]
  /** Seeds the instance's own randomness. */
  readonly seed: number
  /** What survived on its disk: JSON text by key. */
  readonly disk: { readonly [key: string]: string }
  /** Set by the scenario, read by the node as `this.settings`. */
  readonly settings: { readonly [name: string]: Json }
}

export type HandlerCall =
  /** Throws the node's old instance away and makes a new one. */
  | { readonly kind: 'start'; readonly nowMicros: Micros; readonly config: StartConfig }
  | {
      readonly kind: 'message'
      readonly nowMicros: Micros
      readonly from: NodeId
      readonly body: string
    }
  | { readonly kind: 'timer'; readonly nowMicros: Micros; readonly name: string }
  | {
      readonly kind: 'request'
      readonly nowMicros: Micros
      readonly client: ClientId
      readonly operation: number
      readonly body: string
    }

/** Runs the code of the nodes. */
export interface NodeHost {
  /** Runs one handler to completion and returns its reply as text (see `effect.ts`). */
  call(node: NodeId, call: HandlerCall): string
}
