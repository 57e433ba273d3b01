/** Eventual convergence, bounded: when updates stop and messages arrive, states become equal. */

import { printJson, sameJson } from '../../json.ts'
import type { EventId, Micros, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'

export interface ConvergesWithin {
  /** Counted from the liveness phase, or from the last request that a node took after it. */
  readonly withinMicros: Micros
  /** The watched field with what a reader sees; by default `value`. */
  readonly state?: string
}

/**
 * "If no new updates are made to the object, eventually all accesses will return the last
 * updated value" (Vogels 2009), with a bound on eventually: so long after the last update in a healed
 * network, all nodes show the same state.
 */
export function convergesWithin({ withinMicros, state: field = 'value' }: ConvergesWithin): Claim {
  return {
    id: 'converges-within',
    sentence:
      'Soon after the network is healed and updates have stopped, all nodes show the same state.',
    source: 'Vogels 2009, Eventually Consistent; Shapiro et al. 2011 (Eventual Consistency)',
    ask: 'Which node still lacks an update, and who could have brought it?',
    monitor() {
      let quiet: { readonly at: Micros; readonly event: EventId } | undefined
      return {
        onEvent(event, view) {
          const isDue = quiet !== undefined && isLate(event, quiet.at + withinMicros)
          const since = quiet
          if (event.kind === 'phase') quiet = { at: event.at, event: event.id }
          else if (event.kind === 'request' && quiet !== undefined) {
            quiet = { at: event.at, event: event.id }
          } else if (isDue) quiet = { at: Number.POSITIVE_INFINITY, event: event.id }
          if (!isDue || since === undefined || agree(view, field)) return undefined
          const shown = [...view.nodes()].map(
            ({ id, fields }) => `${id} shows ${printJson(fields.get(field) ?? null)}`,
          )
          return {
            event: event.id,
            message: `${seconds(event.at - since.at)} s after the last update in a healed network, ${shown.join(', ')}.`,
            related: [since.event],
            nodes: [...view.nodeIds],
          }
        },
      }
    },
  }
}

function isLate(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}

function agree(view: WorldView, field: string): boolean {
  const [first, ...others] = [...view.nodes()].map(({ fields }) => fields.get(field) ?? null)
  return others.every((state) => sameJson(first ?? null, state))
}
