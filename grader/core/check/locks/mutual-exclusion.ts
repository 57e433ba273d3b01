/** Mutual exclusion: a lock has at most one holder, as nodes show it and as clients see it. */
import { nameText } from '../../json.ts'
import type { EventId, Json, NodeId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { type LockOperations, LockReader, lockName } from './lock-requests.ts'

interface Holder {
  /** A node or a client. */
  readonly name: NodeId
  readonly event: EventId
}

/**
 * Mutual exclusion by what nodes show (Dijkstra 1965). A node holds what its
 * watched field names: `true` for the only lock, a name, or a list of names. A paused node
 * still holds; a crashed one holds nothing.
 */
export function oneHolder({ field = 'holding' }: { readonly field?: string } = {}): Claim {
  return {
    id: 'one-holder',
    sentence: 'At no time do two nodes hold the same lock.',
    source: 'Dijkstra 1965, Solution of a problem in concurrent programming control',
    ask: 'How did the second node come to believe that the lock was free?',
    monitor() {
      const holders = new Map<string, Map<NodeId, EventId>>()
      const held = new Map<NodeId, readonly string[]>()
      const letGo = (node: NodeId, kept: readonly string[]): void => {
        for (const lock of held.get(node) ?? []) {
          if (!kept.includes(lock)) holders.get(lock)?.delete(node)
        }
        held.set(node, kept)
      }
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          if (event.kind === 'crash') letGo(event.node, [])
          if (event.kind !== 'observe' || !(field in event.fields)) return undefined
          const { node } = event
          const locks = locksIn(view.node(node).fields.get(field) ?? null)
          letGo(node, locks)
          for (const lock of locks) {
            const all = holders.get(lock) ?? new Map<NodeId, EventId>()
            holders.set(lock, all)
            if (all.has(node)) continue
            const [other] = all
            all.set(node, event.id)
            if (other === undefined) continue
            const [name, since] = other
            const message = `${name} and ${node} both hold ${lockName(lock)}.`
            return { event: event.id, message, related: [since], nodes: [name, node] }
          }
          return undefined
        },
      }
    },
  }
}

function locksIn(value: Json): readonly string[] {
  if (value === true) return ['']
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.map((lock: Json) => nameText(lock))
}

/**
 * Mutual exclusion by what clients know: a client holds a lock from the answer that gave it
 * until it asks to release it. Between those two nothing else ends its hold, so for locks
 * that expire (leases) this claim asks too much: see `leasesDoNotOverlap` and fencing.
 */
export function oneClientHolds(operations: LockOperations = {}): Claim {
  return {
    id: 'one-client-holds',
    sentence: 'A lock is given to a client only when no other client holds it.',
    source: 'Dijkstra 1965, Solution of a problem in concurrent programming control',
    ask: 'Who gave the lock to the second client, and what did it know of the first?',
    monitor() {
      const reader = new LockReader(operations)
      const holders = new Map<string, Holder>()
      return {
        kinds: ['invoke', 'complete'],
        onEvent(event) {
          const step = reader.read(event)
          if (step === undefined || step.kind === 'asked') return undefined
          const { lock, client } = step
          const holder = holders.get(lock)
          if (step.kind === 'releases') {
            if (holder?.name === client) holders.delete(lock)
            return undefined
          }
          holders.set(lock, { name: client, event: event.id })
          if (holder === undefined || holder.name === client) return undefined
          return {
            event: event.id,
            message: `${client} was given ${lockName(lock)} while ${holder.name} held it.`,
            related: [holder.event],
            nodes: [holder.name, client],
          } satisfies Violation
        },
      }
    },
  }
}
