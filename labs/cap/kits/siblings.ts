/** What `import … from 'netsplit/cap-siblings'` gives to a learner: values that may stand side by side. */
import { Node } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** What clients ask of the store. */
export type Command =
  /** Answered with all values that stand side by side, sorted; an empty list at first. */
  | { readonly op: 'read' }
  /** Takes the place of every value that this node holds; answered with null. */
  | { readonly op: 'write'; readonly value: string }

/** What clients are answered. */
export type Result = readonly string[] | null

/**
 * A node that keeps a copy of the store. `M` is the type of your messages, which are yours to
 * choose; give each a `type`, and the diagram shows it.
 */
export abstract class SiblingNode<M = unknown> extends Node<M, Command, Result> {
  static override readonly watched: readonly string[] = ['values']

  /**
   * What a read at this node would be answered now, sorted as `sort()` sorts texts. The checks
   * follow it after every handler, so keep it true.
   */
  values: readonly string[] = []
}
