/** Leases: two nodes never believe at the same time that theirs is still running. */

import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import { millis } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { NodeClocks } from './node-clocks.ts'

const MICROS_PER_MS = 1_000

/**
 * A lease runs until a time on its holder's own clock (Gray & Cheriton 1989, on fault
 * tolerance): it ends without a message, so its holder must see it end before anybody else is
 * given the next one, however the two clocks run. The watched field holds that time in
 * milliseconds as `now()` gives it, and null or 0 for no lease.
 *
 * Two leases that overlap are found when one of them is taken or renewed, or when a clock
 * is set: between those moments leases only run out.
 */
export function leasesDoNotOverlap({
  field = 'leaseUntil',
}: {
  readonly field?: string
} = {}): Claim {
  return {
    id: 'leases-do-not-overlap',
    sentence: 'No two nodes believe at the same time that their lease is running.',
    source: 'Gray & Cheriton 1989, Leases (on fault tolerance and clocks)',
    ask: 'By whose clock does the lease end, and how far may it be off the others?',
    monitor() {
      const clocks = new NodeClocks()
      const since = new Map<NodeId, EventId>()
      return {
        kinds: ['observe', 'skew'],
        onEvent(event, view) {
          clocks.look(event)
          if (event.kind === 'observe' && field in event.fields) since.set(event.node, event.id)
          else if (event.kind !== 'skew') return undefined
          const own = leaseOf(event.node, event.at, { field, clocks, view })
          if (own === undefined) return undefined
          for (const other of view.nodeIds) {
            const theirs = leaseOf(other, event.at, { field, clocks, view })
            if (other === event.node || theirs === undefined) continue
            return {
              event: event.id,
              message: `${describe(event.node, own)}, and ${describe(other, theirs)}.`,
              related: [since.get(other), since.get(event.node)]
                .filter((id) => id !== undefined && id !== event.id)
                .map(Number)
                .sort((a, b) => a - b),
              nodes: [other, event.node],
            }
          }
          return undefined
        },
      }
    },
  }
}

interface Lease {
  readonly now: Micros
  readonly until: Micros
}

/** The node's lease if it is running by the node's own clock. */
function leaseOf(
  node: NodeId,
  at: Micros,
  { field, clocks, view }: { field: string; clocks: NodeClocks; view: WorldView },
): Lease | undefined {
  const value = view.node(node).fields.get(field)
  if (typeof value !== 'number') return undefined
  const lease = { now: clocks.read(node, at), until: value * MICROS_PER_MS }
  return lease.until > lease.now ? lease : undefined
}

function describe(node: NodeId, { now, until }: Lease): string {
  return `${node} holds a lease until ${millis(until)} and its clock shows ${millis(now)}`
}
