/**
 * A node host for tests: plain functions instead of compiled code. It speaks the same
 * reply format as the kit.
 */
import { type Effect, encodeEffect, type HandlerCall, type NodeHost, type NodeId } from '#core'

export type Handler = (call: HandlerCall, node: NodeId) => readonly Effect[]

export class ScriptedHost implements NodeHost {
  readonly #handler: Handler

  constructor(handler: Handler) {
    this.#handler = handler
  }

  call(node: NodeId, call: HandlerCall): string {
    return `O${this.#handler(call, node).map(encodeEffect).join('')}`
  }
}

/** A host that gives the same text to every call, whatever it is. */
export function constantHost(reply: string): NodeHost {
  return { call: () => reply }
}
