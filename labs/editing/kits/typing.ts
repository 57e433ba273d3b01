/** What `import … from 'netsplit/typing'` gives to a learner: the step about a long session. */
import { CausalNode } from './causal-node.ts'

export type { NodeId } from '../../kit/node.ts'

/** What clients ask for. What lies beyond the end means the end. */
export type Command =
  /** `text`, of one character or many, is to stand at `index`. */
  | { readonly id: string; readonly op: 'insert'; readonly index: number; readonly text: string }
  /** `count` characters from `index` on are to go. */
  | { readonly id: string; readonly op: 'remove'; readonly index: number; readonly count: number }

/** What clients are answered: how long the text is now. */
export type Result = number

/**
 * A node with a copy of a shared text, for people who type fast. You write `insert`, `remove` and
 * `apply`. The kit brings each operation to every node once, after all operations that its author
 * had applied, and applies them all again after a restart.
 */
export abstract class TypingNode<Operation> extends CausalNode<Command, Operation, Result> {
  static override readonly watched: readonly string[] = ['text']

  /** The text as a reader sees it. The checks watch it. */
  text = ''

  /**
   * Says what `text` at `index` means for all copies. Changes nothing.
   * @param index from 0 to the length of the text
   */
  abstract insert(index: number, text: string): Operation

  /**
   * Says what removing `count` characters from `index` on means for all copies. Changes nothing.
   * @param index from 0, less than the length of the text
   * @param count at least 1, and no more than there are
   */
  abstract remove(index: number, count: number): Operation

  /** Carries out an operation of this node or another one, and brings `text` up to date. */
  abstract override apply(operation: Operation): void

  protected override operationFor(command: Command): Operation | undefined {
    const { length } = this.text
    if (command.op === 'insert') {
      return this.insert(Math.min(command.index, length), command.text)
    }
    if (length === 0) return undefined
    const index = Math.min(command.index, length - 1)
    return this.remove(index, Math.min(command.count, length - index))
  }

  protected override answer(): Result {
    return this.text.length
  }
}
