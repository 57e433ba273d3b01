/** What `import … from 'netsplit/cap-register'` gives to a learner: one value on several nodes. */
import { Node } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** What clients ask of the register. */
export type Command =
  /** Answered with the value, or null when nothing was written yet. */
  | { readonly op: 'read' }
  /** Takes the place of whatever was there; answered with null. */
  | { readonly op: 'write'; readonly value: string }

/** What clients are answered. */
export type Result = string | null

/**
 * A node that keeps a copy of one value. `M` is the type of your messages, which are yours to
 * choose; give each a `type`, and the diagram shows it.
 */
export abstract class RegisterNode<M = unknown> extends Node<M, Command, Result> {
  static override readonly watched: readonly string[] = ['value']

  /** This node's copy. The diagram shows it under the node's line, so keep it true. */
  value: string | null = null
}
