/** What `import … from 'netsplit/operations'` gives to a learner: the step about broadcast. */
import { Node } from '../../kit/node.ts'

export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** What clients ask for. Nobody asks for the same `id` twice. */
export interface Command {
  /** Names this command, and what becomes of it on every node: `"c1-3"`. */
  readonly id: string
  readonly op: 'add' | 'remove'
  /** What is put on the list, or taken off it. */
  readonly item: string
}

/** What clients are answered: that the node has noted it. */
export type Result = null

/**
 * A node with a copy of a shared list. The checks watch `value` after every handler, and see
 * what you hand to `deliver`.
 */
export abstract class ListNode<Message = unknown> extends Node<Message, Command, Result> {
  static override readonly watched: readonly string[] = ['value']

  /** The items on the list as a reader sees them: each once, in the order of the alphabet. */
  value: readonly string[] = []

  /**
   * Hands a command to the application, for good: it has taken effect on this node. Call it once
   * for each command, of this node's clients and of all others.
   */
  override deliver(command: Command): void {
    super.deliver(command)
  }
}
