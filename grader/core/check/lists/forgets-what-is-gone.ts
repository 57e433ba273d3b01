/** A text from which everything was erased costs no more than one in which nothing was written. */
import { printJson } from '../../json.ts'
import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'

export interface Forgetting {
  /** What a node may keep on disk, in UTF-16 units, when every node shows an empty text. */
  readonly bytesMax: number
  /** Judged so long after the liveness phase began, or after the last request that came later. */
  readonly withinMicros: Micros
}

/**
 * Tombstones may go once they are causally stable: once nothing can arrive any more whose author
 * did not know of the removal. In a healed network in which nobody asks for anything, everything
 * becomes stable. Judged by what is on disk, which a node needs to go on after a crash.
 */
export function forgetsWhatIsGone({ bytesMax, withinMicros }: Forgetting): Claim {
  return {
    id: 'forgets-what-is-gone',
    sentence: `When everything is erased and every node knows it, a node keeps at most ${bytesMax} bytes on disk.`,
    source:
      'Baquero, Almeida & Shoker 2017, Pure Operation-Based Replicated Data Types (causal stability); Roh et al. 2011 (tombstone purging in RGA)',
    ask: 'What is kept there for whom, and can it still come?',
    monitor() {
      const kept = new Map<NodeId, Map<string, string>>()
      let quiet: { readonly at: Micros; readonly event: EventId } | undefined
      return {
        kinds: ['phase', 'request', 'write', 'observe', 'end'],
        onEvent(event, view) {
          if (event.kind === 'phase' || (event.kind === 'request' && quiet !== undefined)) {
            quiet = { at: event.at, event: event.id }
          }
          if (event.kind === 'write') {
            const own = kept.get(event.node) ?? new Map<string, string>()
            kept.set(event.node, own.set(event.key, event.value))
          }
          if (event.kind !== 'end' || quiet === undefined) return undefined
          if (event.reason !== 'horizon' && event.reason !== 'idle') return undefined
          if (event.at < quiet.at + withinMicros) return undefined
          if ([...view.nodes()].some(({ fields }) => fields.get('text') !== '')) return undefined
          for (const [node, values] of kept) {
            const [longest = ''] = [...values.values()].sort((a, b) => b.length - a.length)
            const bytes = [...values.values()].reduce((sum, value) => sum + value.length, 0)
            if (bytes <= bytesMax) continue
            return {
              event: event.id,
              message: `Every node shows an empty text, and ${node} keeps ${bytes} bytes on disk: ${printJson(longest)}.`,
              related: [quiet.event],
              nodes: [node],
            }
          }
          return undefined
        },
      }
    },
  }
}
