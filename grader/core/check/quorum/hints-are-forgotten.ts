/** A hint is for a replica that is away: handed over, it has done its work. */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'

/** The watched field: a list, or a table. */
const FIELD = 'hints'

/**
 * "Once the transfer succeeds, the hint may be deleted without decreasing the total number of
 * replicas in the system" (Dynamo, section 4.6); and it must be, or hints pile up for ever. Clients
 * go on writing after the heal, so a hint may be on its way at any moment: only those count that
 * have been kept without a break for half of `withinMicros`.
 */
export function hintsAreForgotten({ withinMicros }: { readonly withinMicros: Micros }): Claim {
  const keptMicrosMax = withinMicros / 2
  return {
    id: 'hints-are-forgotten',
    sentence: `When everything has been healed for ${seconds(withinMicros)} s, nobody has kept a hint for longer than ${seconds(keptMicrosMax)} s.`,
    source: 'DeCandia et al. 2007, section 4.6 (hinted handoff)',
    ask: 'How does the holder of this hint learn that it was handed over?',
    monitor() {
      const keptSince = new Map<NodeId, ReadonlyMap<string, Micros>>()
      let healed: { readonly at: Micros; readonly event: EventId } | undefined
      return {
        onEvent(event, view) {
          if (event.kind === 'crash') keptSince.delete(event.node)
          if (event.kind === 'observe' && FIELD in event.fields) {
            const before = keptSince.get(event.node)
            const now = hintsOf(view, event.node).map((hint): [string, Micros] => [
              hint,
              before?.get(hint) ?? event.at,
            ])
            keptSince.set(event.node, new Map(now))
          }
          if (event.kind === 'phase') healed = { at: event.at, event: event.id }
          const since = healed
          if (since === undefined || !isDue(event, since.at + withinMicros)) return undefined
          // Judged once: what is asked later may need hints of its own.
          healed = undefined
          const left = view.nodeIds
            .map((node) => ({
              node,
              count: heldSince(keptSince.get(node), event.at - keptMicrosMax),
            }))
            .filter(({ count }) => count > 0)
          if (left.length === 0) return undefined
          const kept = left.map(({ node, count }) => `${node} still keeps ${countOf(count)}`)
          return {
            event: event.id,
            message: `${seconds(event.at - since.at)} s after the heal, ${kept.join(' and ')}.`,
            related: [since.event],
            nodes: left.map(({ node }) => node),
          }
        },
      }
    },
  }
}

/** What tells the hints of a node apart: a newer one for the same replica and key replaces it. */
function hintsOf(view: WorldView, node: NodeId): readonly string[] {
  const hints: Json = view.node(node).fields.get(FIELD) ?? null
  if (!Array.isArray(hints)) return Object.keys(jsonFields(hints) ?? {})
  return hints.map((hint) => {
    const fields = jsonFields(hint)
    return JSON.stringify([fields?.['for'] ?? null, fields?.['key'] ?? null])
  })
}

function heldSince(hints: ReadonlyMap<string, Micros> | undefined, at: Micros): number {
  return [...(hints?.values() ?? [])].filter((since) => since <= at).length
}

function countOf(hints: number): string {
  return hints === 1 ? '1 hint' : `${hints} hints`
}

function isDue(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
