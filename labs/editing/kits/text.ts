/** What `import … from 'netsplit/text'` gives to a learner: the steps about a shared text. */
import { CausalNode } from './causal-node.ts'

export type { NodeId } from '../../kit/node.ts'

/** What clients ask for. An index beyond the end means the end. */
export type Command =
  /** `char`, one character, is to stand at `index`; what is there moves to the right. */
  | { readonly id: string; readonly op: 'insert'; readonly index: number; readonly char: string }
  /** The character at `index` is to go. */
  | { readonly id: string; readonly op: 'remove'; readonly index: number }

/** What clients are answered: the text as this node now shows it. */
export type Result = string

/**
 * A node with a copy of a shared text. You write `insert`, `remove` and `apply`; the kit does
 * the rest, as you did it in the first step: each operation is applied once on every node, and
 * after all operations that its author had applied. Operations travel as JSON.
 *
 * The kit keeps them on disk. After a restart the object is new, and `apply` is called again for
 * every operation that the node had applied, its own among them, in the same order.
 */
export abstract class TextNode<Operation> extends CausalNode<Command, Operation, Result> {
  static override readonly watched: readonly string[] = ['text']

  /** The text as a reader sees it. The checks watch it. */
  text = ''

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
  abstract override apply(operation: Operation): void

  protected override operationFor(command: Command): Operation | undefined {
    const { length } = this.text
    if (command.op === 'insert') {
      return this.insert(Math.min(command.index, length), command.char)
    }
    return length === 0 ? undefined : this.remove(Math.min(command.index, length - 1))
  }

  protected override answer(): Result {
    return this.text
  }
}
