/**
 * A number that must never fall below zero, dealt out as shares: what is sold and what may still
 * be sold is never more than there was, and whoever has a share sells from it alone.
 */
import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import { CallWatch } from '../apart/call-watch.ts'
import type { Claim } from '../claim.ts'
import { type Outcome, SalesReader } from './sales.ts'

const SOURCE =
  "O'Neil 1986, The Escrow Transactional Method; Balegas et al. 2015, Extending Eventually Consistent Cloud Databases for Enforcing Numeric Invariants"

export interface EscrowOptions {
  /** How many pieces there are at the beginning. */
  readonly stock: number
}

/** The invariant itself, as the customers see it. */
export function neverOversold({ stock }: EscrowOptions): Claim {
  return {
    id: 'never-oversold',
    sentence: 'No more pieces are sold than there are.',
    source: SOURCE,
    ask: 'On what grounds did this node sell, and which other node could have sold on the same?',
    monitor() {
      const sales = new SalesReader()
      const sold: EventId[] = []
      return {
        kinds: ['invoke', 'request', 'reply', 'crash'],
        onEvent(event) {
          const outcome = sales.look(event)
          if (outcome?.kind !== 'sold') return undefined
          sold.push(outcome.event)
          if (sales.sold <= stock) return undefined
          const { wish } = outcome
          return {
            event: outcome.event,
            message: `${wish.node} sells ${pieces(wish.count)}; with that ${sales.sold} of ${stock} are sold.`,
            related: sold.slice(-4, -1),
            nodes: [wish.node],
          }
        },
      }
    },
  }
}

/** What makes the invariant hold without asking: no piece is in two shares, or sold and in one. */
export function sharesAddUp({ stock }: EscrowOptions): Claim {
  return {
    id: 'shares-add-up',
    sentence: 'All shares and all pieces sold are together never more than there were pieces.',
    source: SOURCE,
    ask: 'Which piece is counted twice now, and when was it counted the second time?',
    monitor() {
      const sales = new SalesReader()
      const calls = new CallWatch()
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const { sold } = sales
          const total = ended === undefined ? 0 : sold + allShares(view)
          sales.look(event)
          if (ended === undefined || total <= stock) return undefined
          const shares = [...view.nodes()].map((node) => `${node.id} ${shareOf(node.id, view)}`)
          return {
            event: ended.changedAt ?? ended.call.id,
            message: `${sold} of ${stock} are sold, and the shares are ${shares.join(', ')}: ${total} in all.`,
            related: [],
            nodes: [ended.call.node],
          }
        },
      }
    },
  }
}

/** A refusal is honest when the node could not have sold. */
export function sellsWhileItCan(): Claim {
  return {
    id: 'sells-while-it-can',
    sentence: 'A node refuses a customer only if its own share does not suffice.',
    source: SOURCE,
    ask: 'What did the node wait for, and what did it have by then?',
    monitor() {
      const sales = new SalesReader()
      const calls = new CallWatch()
      let refused: Outcome | undefined
      return {
        onEvent(event, view) {
          const ended = calls.look(event)
          const outcome = refused
          if (ended !== undefined || event.kind === 'crash') refused = undefined
          const told = sales.look(event)
          if (told?.kind === 'refused') refused = told
          if (ended === undefined || outcome === undefined) return undefined
          const { wish } = outcome
          const share = shareOf(wish.node, view)
          if (share < wish.count) return undefined
          return {
            event: outcome.event,
            message: `${wish.node} refuses to sell ${pieces(wish.count)}, although its share is ${share}.`,
            related: [wish.event],
            nodes: [wish.node],
          }
        },
      }
    },
  }
}

/** Availability without anybody's help: the part that was dealt to a node at the start. */
export function sellsItsPart({ stock }: EscrowOptions): Claim {
  return {
    id: 'sells-its-part',
    sentence: 'A node that nobody has talked to yet sells the whole part that it began with.',
    source: SOURCE,
    ask: 'What is the share of this node before anything has happened?',
    monitor({ nodes }) {
      const sales = new SalesReader()
      const calls = new CallWatch()
      const hasHeard = new Set<NodeId>()
      let refused: Outcome | undefined
      const partOf = (node: NodeId) => {
        const extra = nodes.indexOf(node) < stock % nodes.length ? 1 : 0
        return Math.floor(stock / nodes.length) + extra
      }
      return {
        onEvent(event) {
          const ended = calls.look(event)
          const outcome = refused
          if (ended !== undefined || event.kind === 'crash') refused = undefined
          const node = outcome?.wish.node ?? ''
          const isAlone = !hasHeard.has(node)
          const soldHere = sales.soldBy.get(node) ?? 0
          const gone = soldHere + (sales.unclearBy.get(node) ?? 0)
          if (event.kind === 'receive') hasHeard.add(event.node)
          const told = sales.look(event)
          if (told?.kind === 'refused') refused = told
          if (ended === undefined || outcome === undefined || !isAlone) return undefined
          const { count, event: taken } = outcome.wish
          if (gone + count > partOf(node)) return undefined
          return {
            event: outcome.event,
            message: `${node} refuses to sell ${pieces(count)}, although it has sold ${soldHere} of its ${partOf(node)} and nobody can have asked it for any.`,
            related: [taken],
            nodes: [node],
          }
        },
      }
    },
  }
}

export interface LastPiece extends EscrowOptions {
  /** Judges wishes from so long after the network is healed. */
  readonly graceMicros: Micros
}

/** In a healthy network a customer gets the last piece, whoever has it. */
export function sellsTheLast({ stock, graceMicros }: LastPiece): Claim {
  return {
    id: 'sells-the-last',
    sentence: 'In a healthy network a customer is refused only when too few pieces are left.',
    source: SOURCE,
    ask: 'Where are the pieces that are left, and what became of the request for them?',
    monitor() {
      const sales = new SalesReader()
      const early = new Set<EventId>()
      let countsFrom = Number.POSITIVE_INFINITY
      return {
        kinds: ['phase', 'invoke', 'request', 'reply', 'crash'],
        onEvent(event) {
          if (event.kind === 'phase') countsFrom = event.at + graceMicros
          if (event.kind === 'request' && event.at < countsFrom) early.add(event.id)
          const outcome = sales.look(event)
          if (outcome?.kind !== 'refused' || early.has(outcome.wish.event)) return undefined
          const { node, count, rivals, event: taken } = outcome.wish
          const left = stock - sales.sold - sales.unclear - rivals
          if (left < count) return undefined
          return {
            event: outcome.event,
            message: `${node} refuses to sell ${pieces(count)} in a healthy network, although only ${sales.sold} of ${stock} are sold.`,
            related: [taken],
            nodes: [node],
          }
        },
      }
    },
  }
}

function allShares(view: WorldView): number {
  return [...view.nodes()].reduce((sum, { id }) => sum + shareOf(id, view), 0)
}

function shareOf(node: NodeId, view: WorldView): number {
  const share = view.node(node).fields.get('share')
  return typeof share === 'number' && share > 0 ? share : 0
}

function pieces(count: number): string {
  return count === 1 ? '1 piece' : `${count} pieces`
}
