/** What `import … from 'netsplit/text'` gives to a learner: the steps about a shared text. */
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

export type { NodeId } from '../../kit/node.ts'

/** What clients ask for. An index beyond the end means the end. */
export type Command =
  /** `char`, one character, is to stand at `index`; what is there moves to the right. */
  | { readonly id: string; readonly op: 'insert'; readonly index: number; readonly char: string }
  /** The character at `index` is to go. */
  | { readonly id: string; readonly op: 'remove'; readonly index: number }

/** What clients are answered: the text as this node now shows it. */
export type Result = string

export type Message =
  | { readonly type: 'Operations'; readonly operations: readonly Stamped[] }
  | { readonly type: 'Progress'; readonly progress: Progress }

/** How often a node tells the others what it has, in milliseconds. */
const PROGRESS_MS = 60
/** How many operations one message carries. */
const BATCH = 20

/**
 * A node with a copy of a shared text. You write `insert`, `remove` and `apply`; the kit does
 * the rest, as you did it in the first step: each operation is applied once on every node, and
 * after all operations that its author had applied. Operations travel as JSON.
 *
 * The kit keeps them on disk. After a restart the object is new, and `apply` is called again for
 * every operation that the node had applied, its own among them, in the same order.
 */
export abstract class TextNode<Operation> extends Node<Message, Command, Result> {
  static override readonly watched: readonly string[] = ['text']

  /** The text as a reader sees it. The checks watch it. */
  text = ''
  /** The kit's own. */
  private readonly operationLog: CausalLog = emptyLog()

  /**
   * Says what `char` at `index` means for all copies. Changes nothing: the kit calls `apply` with
   * the answer, here right after this, and on all other nodes later.
   * @param index from 0 to the length of the text
   */
  abstract insert(index: number, char: string): Operation

  /**
   * Says what removing the character at `index` means for all copies. Changes nothing.
   * @param index from 0, less than the length of the text
   */
  abstract remove(index: number): Operation

  /** Carries out an operation of this node or another one, and brings `text` up to date. */
  abstract apply(operation: Operation): void

  /** The kit's own; leave it as it is. */
  override onStart(): void {
    for (const stamped of restore(this.operationLog, this.disk)) this.applyNow(stamped)
    this.setTimer('progress', PROGRESS_MS)
  }

  /** The kit's own; leave it as it is. */
  override onRequest(request: Request<Command>): void {
    const { command } = request
    if (command.op === 'insert' || this.text.length > 0) {
      const stamped = append(this.operationLog, this.disk, {
        origin: this.id,
        command,
        operation: this.operationFor(command),
      })
      this.applyNow(stamped)
      this.broadcast({ type: 'Operations', operations: [stamped] })
    }
    this.reply(request, this.text)
  }

  /** The kit's own; leave it as it is. */
  override onMessage(from: NodeId, message: Message): void {
    if (message.type === 'Operations') {
      for (const stamped of take(this.operationLog, this.disk, message.operations))
        this.applyNow(stamped)
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

  private operationFor(command: Command): Operation {
    const { length } = this.text
    return command.op === 'insert'
      ? this.insert(Math.min(command.index, length), command.char)
      : this.remove(Math.min(command.index, length - 1))
  }

  private applyNow(stamped: Stamped): void {
    this.apply(stamped.operation as Operation)
    this.deliver(stamped.command)
  }
}
