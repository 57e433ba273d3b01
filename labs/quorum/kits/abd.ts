/** What `import … from 'netsplit/quorum-abd'` gives to a learner: registers of majorities. */
import { Node, type NodeId, type Request } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/**
 * What orders the values of a key, whatever the clocks say. The greater number is newer; of two
 * with the same number, the one whose writer’s name comes later.
 */
export interface Version {
  /** 1 for the first write of a key. */
  readonly number: number
  /** The node that coordinated the write. */
  readonly writer: NodeId
}

/** What a node keeps of one key. */
export interface Copy {
  readonly value: string
  readonly version: Version
}

/** Asks a node for its copy. */
export interface Query {
  readonly type: 'Query'
  /** Names the operation that asks; the answer carries it back. */
  readonly id: number
  readonly key: string
}

/** The node’s copy; null when it has none. */
export interface Answer {
  readonly type: 'Answer'
  readonly id: number
  readonly copy: Copy | null
}

/** Asks a node to keep this copy, unless it has a newer one. */
export interface Update {
  readonly type: 'Update'
  readonly id: number
  readonly key: string
  readonly copy: Copy
}

/** The node has this copy or a newer one, and a crash will not take it away. */
export interface Updated {
  readonly type: 'Updated'
  readonly id: number
}

/** Messages that will do. The checks do not read them: change them as you like. */
export type Message = Query | Answer | Update | Updated

/** What clients ask. */
export type Command =
  /** Answered with the value, or null when there is none. */
  | { readonly op: 'get'; readonly key: string }
  /** Answered with null. No two puts of a run have the same value. */
  | { readonly op: 'put'; readonly key: string; readonly value: string }

/** What clients are answered. */
export type Result = string | null

/**
 * A node that holds a copy of every register, one for each key, and coordinates what clients ask
 * it. The checks watch `copies` after every handler.
 */
export abstract class RegisterNode<M = Message> extends Node<M, Command, Result> {
  static override readonly watched: readonly string[] = ['copies', 'keeps']

  /** This node’s copies, by key. A new object has none: what the disk kept must be read again. */
  copies: Record<string, Copy> = {}

  /** The same in short, for the diagram. */
  get keeps(): string {
    return Object.entries(this.copies)
      .map(([key, { value }]) => `${key}=${value}`)
      .sort()
      .join(' ')
  }

  /** The only node that is asked to write, in the step about one writer. */
  get writer(): NodeId {
    return (this.settings as { readonly writer?: NodeId }).writer ?? ''
  }

  /**
   * Tells the client of a put that nobody knows what will become of it: too few nodes have
   * confirmed. A refusal would say more, namely that the put has no effect and never will have.
   */
  giveUp(request: Request<Command>): void {
    this.reply(request, 'unknown')
  }
}
