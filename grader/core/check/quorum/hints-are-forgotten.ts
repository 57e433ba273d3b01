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
 * replicas in the system" (Dynamo, section 4.6); and it must be, or hints pile up for ever.
 */
export function hintsAreForgotten({ withinMicros }: { readonly withinMicros: Micros }): Claim {
  return {
    id: 'hints-are-forgotten',
    sentence: `Within ${seconds(withinMicros)} s after everything is healed, nobody keeps a hint.`,
    source: 'DeCandia et al. 2007, section 4.6 (hinted handoff)',
    ask: 'How does the holder of this hint learn that it was handed over?',
    monitor() {
      let healed: { readonly at: Micros; readonly event: EventId } | undefined
      return {
        onEvent(event, view) {
          if (event.kind === 'phase') healed = { at: event.at, event: event.id }
          const since = healed
          if (since === undefined || !isDue(event, since.at + withinMicros)) return undefined
          // Judged once: what is asked later may need hints of its own.
          healed = undefined
          const keepers = view.nodeIds.filter((node) => hintCount(view, node) > 0)
          if (keepers.length === 0) return undefined
          const kept = keepers.map(
            (node) => `${node} still keeps ${countOf(hintCount(view, node))}`,
          )
          return {
            event: event.id,
            message: `${seconds(event.at - since.at)} s after the heal, ${kept.join(' and ')}.`,
            related: [since.event],
            nodes: keepers,
          }
        },
      }
    },
  }
}

function hintCount(view: WorldView, node: NodeId): number {
  const hints: Json = view.node(node).fields.get(FIELD) ?? null
  return Array.isArray(hints) ? hints.length : Object.keys(jsonFields(hints) ?? {}).length
}

function countOf(hints: number): string {
  return hints === 1 ? '1 hint' : `${hints} hints`
}

function isDue(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
