/** What a learner programs against: one node of a cluster. */
import type { Disk } from './disk.ts'
import { currentRuntime, type NodeRuntime } from './runtime.ts'

/** The name of a node: `"n1"`, `"n2"`, … */
export type NodeId = string

/** A command from a client, waiting for `reply` or `refuse`. */
export interface Request<Command> {
  /**
   * Names this request: it grows with each new request of a client. A client that was not
   * answered may send a request again, to any node; it then has the same id.
   */
  readonly id: number
  /** The client that asked: `"c1"`, `"c2"`, … */
  readonly client: string
  readonly command: Command
}

/**
 * One node of a cluster. Extend it and override the handlers.
 *
 * A handler runs to completion: nothing else happens on this node meanwhile. There are
 * no threads, no promises and no shared memory. What a node wants from the world it
 * asks for with `send`, `setTimer`, `disk.write` and the like; these happen in order
 * after the handler returns, and **the node may crash between any two of them**.
 *
 * After a crash the object is gone. A restart makes a new one, and only what was
 * written to `disk` and synced is still there.
 */
export abstract class Node<Message = unknown, Command = unknown, Result = unknown> {
  /** Fields that the lab shows and checks; each lab's base class sets them. */
  static readonly watched: readonly string[] = []

  /** This node's name. */
  readonly id: NodeId
  /** All nodes of the cluster, this one included, in a fixed order. */
  readonly nodes: readonly NodeId[]
  /** All other nodes. */
  readonly peers: readonly NodeId[]
  /** Values that the scenario sets for this run. */
  readonly settings: Readonly<Record<string, unknown>>
  /** What survives a crash, once it is synced. */
  readonly disk: Disk

  readonly #runtime: NodeRuntime

  constructor() {
    const runtime = currentRuntime()
    this.#runtime = runtime
    this.id = runtime.config.id
    this.nodes = runtime.config.nodes
    this.peers = runtime.config.nodes.filter((node) => node !== runtime.config.id)
    this.settings = runtime.config.settings
    this.disk = runtime.disk
  }

  /** Called once when the node starts, and again on the new object after a restart. */
  onStart(): void {}

  /** Called for each message that arrives. `from` is the node that sent it. */
  onMessage(_from: NodeId, _message: Message): void {}

  /** Called when a timer that you set runs out. It does not repeat by itself. */
  onTimer(_name: string): void {}

  /** Called for each client request. Answer with `reply` or `refuse`, now or later. */
  onRequest(_request: Request<Command>): void {}

  /**
   * Sends `message` to one node. It is copied, and it may be lost, delayed, overtaken or
   * delivered twice; nobody tells you which.
   */
  send(to: NodeId, message: Message): void {
    this.#runtime.send(to, message)
  }

  /** Sends `message` to every other node. */
  broadcast(message: Message): void {
    for (const peer of this.peers) this.#runtime.send(peer, message)
  }

  /**
   * Asks for `onTimer(name)` in `delayMs` milliseconds of this node's clock. Setting a
   * timer that is already running starts it anew.
   */
  setTimer(name: string, delayMs: number): void {
    this.#runtime.setTimer(name, delayMs)
  }

  /** Stops a timer; does nothing when it is not running. */
  cancelTimer(name: string): void {
    this.#runtime.cancelTimer(name)
  }

  /** Milliseconds on this node's own clock, which may be wrong. Never compare two nodes' clocks. */
  now(): number {
    return this.#runtime.nowMs()
  }

  /** A number from 0 up to but not including 1, settled by the seed of the run. */
  random(): number {
    return this.#runtime.random()
  }

  /** A whole number from `min` to `max`, both included, settled by the seed of the run. */
  randomInt(min: number, max: number): number {
    return this.#runtime.randomInt(min, max)
  }

  /** Tells the client that its command was carried out, with this result. */
  reply(request: Request<Command>, result: Result): void {
    this.#runtime.reply(request, 'ok', result)
  }

  /**
   * Tells the client that its command was not and never will be carried out for this request,
   * and why. A client that tries again goes to the node that `reason` names, if it names one.
   */
  refuse(request: Request<Command>, reason: string): void {
    this.#runtime.reply(request, 'fail', reason)
  }

  /** Hands a value to the application above this protocol, for good and in order. */
  deliver(value: unknown): void {
    this.#runtime.deliver(value)
  }

  /** Writes a line beside this event in the trace. `console.log` does the same. */
  note(text: string): void {
    this.#runtime.note(text)
  }
}
