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
  /** The kit's own. */
  private readonly operationLog: CausalLog = emptyLog()

  /** What a command means for all copies; undefined when it changes nothing. @internal */
  protected abstract operationFor(command: Command): Operation | undefined

  /** Carries out an operation of this node or another one. */
  abstract apply(operation: Operation): void

  /** What the client is answered. @internal */
  protected abstract answer(): Result

  /** The kit's own; leave it as it is. */
  override onStart(): void {
    for (const stamped of restore(this.operationLog, this.disk)) this.applyNow(stamped)
    this.setTimer('progress', PROGRESS_MS)
  }

  /** The kit's own; leave it as it is. */
  override onRequest(request: Request<Command>): void {
    const { command } = request
    const operation = this.operationFor(command)
    if (operation !== undefined) {
      const added = { origin: this.id, command, operation }
      const stamped = append(this.operationLog, this.disk, added)
      this.applyNow(stamped)
      this.broadcast({ type: 'Operations', operations: [stamped] })
    }
    this.reply(request, this.answer())
  }

  /** The kit's own; leave it as it is. */
  override onMessage(from: NodeId, message: Message): void {
    if (message.type === 'Operations') {
      const ready = take(this.operationLog, this.disk, message.operations)
      for (const stamped of ready) this.applyNow(stamped)
      return
    }
    const missing = missingAfter(this.operationLog, message.progress, BATCH)
    if (missing.length > 0) this.send(from, { type: 'Operations', operations: missing })
  }

  /** The kit's own; leave it as it is. */
  override onTimer(): void {
    this.broadcast({ type: 'Progress', progress: this.operationLog.progress })
    this.setTimer('progress', PROGRESS_MS)
  }

  private applyNow(stamped: Stamped): void {
    this.apply(stamped.operation as Operation)
    this.deliver(stamped.command)
  }
}
