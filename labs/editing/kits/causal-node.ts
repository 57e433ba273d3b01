/**
 * A node that carries operations out on all nodes: once, in causal order, and kept on disk. What
 * the step about operations builds; later kits add what an operation is.
 */
import { Node, type NodeId, type Request } from '../../kit/node.ts'
import {
  append,
  type CausalLog,
  emptyLog,
  missingAfter,
  type Progress,
  restore,
  type Stamped,
  take,
} from './causal-log.ts'

export type Message =
  | { readonly type: 'Operations'; readonly operations: readonly Stamped[] }
  | { readonly type: 'Progress'; readonly progress: Progress }

/** How often a node tells the others what it has, in milliseconds. */
const PROGRESS_MS = 60
/** How many operations one message carries. */
const BATCH = 20

/**
 * The kit applies each operation once on every node, and after all operations that its author had
 * applied. Operations travel as JSON. They are kept on disk: after a restart the object is new,
 * and they are all applied again, those of this node among them, in the same order.
 */
export abstract class CausalNode<
  Command extends { readonly id: string },
  Operation,
  Result,
> extends Node<Message, Command, Result> {
  /** @internal */
  private readonly kitLog: CausalLog = emptyLog()

  /** What a command means for all copies; undefined when it changes nothing. @internal */
  protected abstract kitOperation(command: Command): Operation | undefined

  /** Carries out an operation of this node or another one. */
  abstract apply(operation: Operation): void

  /** What the client is answered. @internal */
  protected abstract kitAnswer(): Result

  /** The kit's own; leave it as it is. */
  override onStart(): void {
    for (const stamped of restore(this.kitLog, this.disk)) this.kitApply(stamped)
    this.setTimer('progress', PROGRESS_MS)
  }

  /** The kit's own; leave it as it is. */
  override onRequest(request: Request<Command>): void {
    const { command } = request
    const operation = this.kitOperation(command)
    if (operation !== undefined) {
      const added = { origin: this.id, command, operation }
      const stamped = append(this.kitLog, this.disk, added)
      this.kitApply(stamped)
      this.broadcast({ type: 'Operations', operations: [stamped] })
    }
    this.reply(request, this.kitAnswer())
  }

  /** The kit's own; leave it as it is. */
  override onMessage(from: NodeId, message: Message): void {
    if (message.type === 'Operations') {
      const ready = take(this.kitLog, this.disk, message.operations)
      for (const stamped of ready) this.kitApply(stamped)
      return
    }
    const missing = missingAfter(this.kitLog, message.progress, BATCH)
    if (missing.length > 0) this.send(from, { type: 'Operations', operations: missing })
  }

  /** The kit's own; leave it as it is. */
  override onTimer(): void {
    this.broadcast({ type: 'Progress', progress: this.kitLog.progress })
    this.setTimer('progress', PROGRESS_MS)
  }

  /** @internal */
  private kitApply(stamped: Stamped): void {
    this.apply(stamped.operation as Operation)
    this.deliver(stamped.command)
  }
}
