/** What `import … from 'netsplit/cart'` gives to a learner: the step about a shared cart. */
import { CausalNode } from './causal-node.ts'

export type { NodeId } from '../../kit/node.ts'

/** What shoppers ask for. Nobody asks for the same `id` twice. */
export type Command =
  /** So many more of this item. */
  | { readonly id: string; readonly op: 'add'; readonly item: string; readonly count: number }
  /** A note on this item, in place of the one that it has. The item is in the cart then. */
  | { readonly id: string; readonly op: 'note'; readonly item: string; readonly note: string }
  /** Everything about this item goes. */
  | { readonly id: string; readonly op: 'remove'; readonly item: string }

/** What the cart holds of an item. */
export interface Line {
  readonly count: number
  /** The empty string when there is none. */
  readonly note: string
}

export type Cart = Readonly<Record<string, Line>>

/**
 * A node with a copy of a shared cart. You write `prepare` and `apply`. The kit brings each
 * operation to every node once, after all operations that its author had applied, and applies
 * them all again after a restart.
 */
export abstract class CartNode<Operation> extends CausalNode<Command, Operation, Cart> {
  static override readonly watched: readonly string[] = ['value']

  /** What a shopper sees: the items that are in the cart, and nothing else. */
  value: Cart = {}

  /**
   * Says what a command of this node's shopper means for all copies. Changes nothing: the kit
   * calls `apply` with the answer, here right after this, and on all other nodes later.
   */
  abstract prepare(command: Command): Operation

  /** Carries out an operation of this node or another one, and brings `value` up to date. */
  abstract override apply(operation: Operation): void

  protected override operationFor(command: Command): Operation {
    return this.prepare(command)
  }

  protected override answer(): Cart {
    return this.value
  }
}
