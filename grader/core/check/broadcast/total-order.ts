/** Total order: any two nodes deliver the messages that both deliver in the same order. */
import type { EventId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import {
  BROADCAST_KINDS,
  type BroadcastOptions,
  BroadcastReader,
  type Process,
} from './broadcast-steps.ts'

interface Delivery {
  readonly message: string
  readonly position: number
  readonly event: EventId
}

/** What one process delivered. */
interface Sequence {
  readonly process: Process
  readonly deliveries: Map<string, Delivery>
  /**
   * For each other sequence, the delivery there that comes last among the messages that
   * both delivered.
   */
  readonly latestCommon: Map<Sequence, Delivery>
}

/**
 * "If correct processes p and q both deliver messages m and m', then p delivers m before
 * m' if and only if q delivers m before m'." That all deliver the same messages is
 * Agreement, a claim of its own.
 *
 * When p is the later of the two to deliver m, m is the last of p's deliveries, so the
 * orders agree exactly when m comes behind all other common messages at q as well.
 */
export function totalOrder(options: BroadcastOptions = {}): Claim {
  return {
    id: 'total-order',
    sentence: 'All nodes deliver the messages in the same order.',
    source: 'Hadzilacos & Toueg 1994, section 3.4 (Total Order)',
    ask: 'Who decided which of the two comes first, and did both nodes hear it from there?',
    monitor() {
      const reader = new BroadcastReader(options)
      const sequences = new Map<Process, Sequence>()
      return {
        kinds: BROADCAST_KINDS,
        onEvent(event, view) {
          const step = reader.read(event, view)
          if (step?.kind !== 'deliver' || !reader.isJudged(step.process)) return undefined
          const { process, message } = step
          const own = sequences.get(process) ?? emptySequence(process)
          sequences.set(process, own)
          // A second delivery breaks another claim; its place is the first one.
          if (own.deliveries.has(message)) return undefined
          const delivery = { message, position: own.deliveries.size, event: event.id }
          own.deliveries.set(message, delivery)
          const conflict = firstConflict(own, delivery, sequences.values())
          if (conflict === undefined) return undefined
          const { other, theirs, last } = conflict
          return {
            event: event.id,
            message:
              `${process.node} delivered ${last.message} before ${message}, ` +
              `${other.process.node} delivered ${message} before ${last.message}.`,
            related: [theirs.event, last.event].sort((a, b) => a - b),
            nodes: [...new Set([other.process.node, process.node])],
          }
        },
      }
    },
  }
}

function emptySequence(process: Process): Sequence {
  return { process, deliveries: new Map(), latestCommon: new Map() }
}

function firstConflict(own: Sequence, delivery: Delivery, all: Iterable<Sequence>) {
  let conflict:
    | { readonly other: Sequence; readonly theirs: Delivery; readonly last: Delivery }
    | undefined
  for (const other of all) {
    const theirs = other === own ? undefined : other.deliveries.get(delivery.message)
    if (theirs === undefined) continue
    const last = own.latestCommon.get(other)
    if (last === undefined || theirs.position > last.position) {
      own.latestCommon.set(other, theirs)
    } else {
      conflict ??= { other, theirs, last }
    }
    other.latestCommon.set(own, delivery)
  }
  return conflict
}
