/**
 * The host of a simulated run inside the sandbox: one isolate for the run, one context for
 * each instance of a node.
 */
import type { HandlerCall, NodeHost, NodeId } from '#core'
import {
  argumentsOf,
  NodeIsolate,
  type NodeIsolateOptions,
  type NodeRealm,
} from './node-isolate.ts'

export class IsolateHost implements NodeHost {
  readonly #isolate: NodeIsolate
  readonly #realms = new Map<NodeId, NodeRealm>()
  readonly #onReply: (reply: string) => void

  /** @param onReply is given each reply before the simulator is: the tape */
  constructor(options: NodeIsolateOptions, onReply: (reply: string) => void) {
    this.#onReply = onReply
    this.#isolate = new NodeIsolate(options, 'run')
  }

  /**
   * Runs one handler.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  call(node: NodeId, call: HandlerCall): string {
    if (call.kind === 'start') this.#enter(node)
    const reply = this.#isolate.ask(this.#realms.get(node), argumentsOf(call))
    // Lone surrogates would not survive UTF-8, and the replay must read what we read here.
    const wellFormed = reply.toWellFormed()
    this.#onReply(wellFormed)
    return wellFormed
  }

  dispose(): void {
    this.#isolate.dispose()
  }

  /** A new context for a new instance; that of the old one is given up. */
  #enter(node: NodeId): void {
    this.#isolate.leave(this.#realms.get(node))
    this.#realms.set(node, this.#isolate.enter())
  }
}
