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

/** Is given what each call came to, before the simulator is: the tape. */
export interface Scribe {
  readonly onReply: (reply: string) => void
  /** When given, lines are recorded: JSON text of a `CallLines` after each reply. */
  readonly onLines?: (text: string) => void
}

export class IsolateHost implements NodeHost {
  readonly #isolate: NodeIsolate
  readonly #realms = new Map<NodeId, NodeRealm>()
  readonly #scribe: Scribe

  constructor(options: NodeIsolateOptions, scribe: Scribe) {
    this.#scribe = scribe
    this.#isolate = new NodeIsolate(options, scribe.onLines === undefined ? 'run' : 'lined')
  }

  /**
   * Runs one handler.
   * @throws IsolateMemoryError when the learner's code used up the memory of the isolate
   */
  call(node: NodeId, call: HandlerCall): string {
    if (call.kind === 'start') this.#enter(node)
    const realm = this.#realms.get(node)
    const reply = this.#isolate.ask(realm, argumentsOf(call))
    // Lone surrogates would not survive UTF-8, and the replay must read what we read here.
    const wellFormed = reply.toWellFormed()
    this.#scribe.onReply(wellFormed)
    this.#scribe.onLines?.(this.#isolate.linesOf(realm).toWellFormed())
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
