/**
 * Runs nodes from a class that we wrote, in the present realm: the host of lesson figures
 * and of the models of real systems. Nothing is evaluated from text, so it needs no
 * `eval`; learners' code has `FunctionHost` and the sandbox.
 */
import type { HandlerCall, NodeHost, NodeId } from '#core'
import { NodeInstance } from '#kit/instance.ts'
import type { Node } from '#kit/node.ts'

/** A class of nodes that a host can make instances of. */
export type NodeClass = new () => Node

export class ClassHost implements NodeHost {
  readonly #nodeClass: NodeClass
  readonly #instances = new Map<NodeId, NodeInstance>()

  constructor(nodeClass: NodeClass) {
    this.#nodeClass = nodeClass
  }

  /** Runs one handler; what the class throws comes back as a reply that says so. */
  call(node: NodeId, call: HandlerCall): string {
    if (call.kind === 'start') this.#instances.set(node, this.#instance())
    return this.#instances.get(node)?.call(call) ?? 'O'
  }

  #instance(): NodeInstance {
    return new NodeInstance((_require, module) => {
      module.exports = { nodeClass: this.#nodeClass }
    }, {})
  }
}
