/** What `import … from 'netsplit/stock'` gives to a learner: the step about what must not run out. */
import { Node, type NodeId } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** What customers ask for: `count` pieces or none. Answer `true`, or refuse and say why. */
export interface Command {
  readonly id: string
  readonly op: 'buy'
  readonly count: number
}

export type Result = true

/** A shop that sells from a stock that all shops share. */
export abstract class ShopNode<Message = unknown> extends Node<Message, Command, Result> {
  static override readonly watched: readonly string[] = ['share']

  /** How many pieces this shop may sell now without asking anybody. The checks watch it. */
  share = 0

  /** How many pieces there are in all shops at the beginning. */
  get stock(): number {
    return Number(this.settings.stock)
  }

  /**
   * How many of them a shop has at the very beginning: an equal part, and where that leaves a
   * rest, one more for each of the first shops.
   */
  firstPart(shop: NodeId): number {
    const extra = this.nodes.indexOf(shop) < this.stock % this.nodes.length ? 1 : 0
    return Math.floor(this.stock / this.nodes.length) + extra
  }
}
