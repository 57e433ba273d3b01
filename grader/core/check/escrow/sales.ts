/**
 * Reads sales out of a trace. Customers ask for `{ id, op: 'buy', count }`; a node answers, or
 * refuses. Each node shows in `share` how many pieces it may sell without asking anybody.
 */
import { jsonFields } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'

/** A request to buy that a node has taken. */
export interface Wish {
  readonly node: NodeId
  readonly count: number
  readonly event: EventId
  /** The pieces of all wishes that were open at some time since this one was taken, without it. */
  rivals: number
}

/** What became of a wish. */
export interface Outcome {
  readonly kind: 'sold' | 'refused'
  readonly wish: Wish
  readonly event: EventId
}

export class SalesReader {
  /** Pieces that customers were told are theirs, by node and in all. */
  readonly soldBy = new Map<NodeId, number>()
  sold = 0
  /** Pieces of wishes that a crash cut off: nobody can say whether the node had sold them. */
  readonly unclearBy = new Map<NodeId, number>()
  unclear = 0
  readonly #counts = new Map<OperationId, number>()
  readonly #open = new Map<OperationId, Wish>()

  /** Takes an event into account; what became of a wish, when it says so. */
  look(event: TraceEvent): Outcome | undefined {
    switch (event.kind) {
      case 'invoke': {
        const { op, count } = jsonFields(JSON.parse(event.body) as Json) ?? {}
        if (op === 'buy' && typeof count === 'number') this.#counts.set(event.operation, count)
        return undefined
      }
      case 'request': {
        const count = this.#counts.get(event.operation)
        if (count !== undefined) this.#take(event.operation, event.node, count, event.id)
        return undefined
      }
      case 'reply': {
        const wish = this.#open.get(event.operation)
        if (wish === undefined) return undefined
        this.#open.delete(event.operation)
        if (event.outcome === 'fail') return { kind: 'refused', wish, event: event.id }
        this.sold += wish.count
        this.soldBy.set(wish.node, (this.soldBy.get(wish.node) ?? 0) + wish.count)
        return { kind: 'sold', wish, event: event.id }
      }
      case 'crash':
        for (const [operation, { node, count }] of this.#open) {
          if (node !== event.node) continue
          this.#open.delete(operation)
          this.unclear += count
          this.unclearBy.set(node, (this.unclearBy.get(node) ?? 0) + count)
        }
        return undefined
      default:
        return undefined
    }
  }

  #take(operation: OperationId, node: NodeId, count: number, event: EventId): void {
    let rivals = 0
    for (const other of this.#open.values()) {
      other.rivals += count
      rivals += other.count
    }
    this.#open.set(operation, { node, count, event, rivals })
  }
}
