/**
 * What an operator has ordered of each host, and what the hosts have carried out: which cut
 * stands, and who belongs together. An order stands from the host's answer to it until its
 * answer to the next one; a crash does not end it.
 */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'

/** An order that a host has carried out. */
export interface Standing {
  /** Grows with each order; 0 before the first. */
  readonly order: number
  /** Undefined once everything is healed. */
  readonly groups: readonly (readonly NodeId[])[] | undefined
  /** The host's answer; -1 before the first. */
  readonly event: EventId
}

type Order = Pick<Standing, 'order' | 'groups'>

const NONE: Standing = { order: 0, groups: undefined, event: -1 }

/** The order in the body of a request; undefined for anything else. */
export function orderIn(body: string): Order | undefined {
  const { op, order, groups } = jsonFields(JSON.parse(body) as Json) ?? {}
  if (typeof order !== 'number' || (op !== 'cut' && op !== 'heal')) return undefined
  if (op === 'heal') return { order, groups: undefined }
  return Array.isArray(groups) ? { order, groups: groups.map(namesIn) } : undefined
}

function namesIn(group: Json): readonly NodeId[] {
  return Array.isArray(group) ? group.filter((name) => typeof name === 'string') : []
}

export class StandingOrders {
  readonly #asked = new Map<OperationId, Order>()
  readonly #standing = new Map<NodeId, Standing>()

  /** To be told of every `invoke` and `reply`. */
  look(event: TraceEvent): void {
    if (event.kind === 'invoke') {
      const order = orderIn(event.body)
      if (order !== undefined) this.#asked.set(event.operation, order)
    }
    if (event.kind !== 'reply' || event.outcome !== 'ok') return
    const order = this.#asked.get(event.operation)
    // An answer that is given again does not make the order any younger.
    if (order === undefined || this.of(event.node).order === order.order) return
    this.#standing.set(event.node, { ...order, event: event.id })
  }

  of(host: NodeId): Standing {
    return this.#standing.get(host) ?? NONE
  }

  /** How two hosts stand to each other; undefined while they obey different orders. */
  between(a: NodeId, b: NodeId): 'together' | 'apart' | undefined {
    const [left, right] = [this.of(a), this.of(b)]
    if (left.order !== right.order) return undefined
    if (left.groups === undefined) return 'together'
    const group = left.groups.find((each) => each.includes(a))
    if (group === undefined || !left.groups.some((each) => each.includes(b))) return undefined
    return group.includes(b) ? 'together' : 'apart'
  }
}
