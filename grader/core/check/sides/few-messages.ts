/** What a store may send: so many messages for each request, and so many a second for upkeep. */
import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

export interface MessageBounds {
  /** By each node, to all others together; a second is granted in advance. */
  readonly perSecondMax: number
  /** By each node, for each request that any node took. */
  readonly perRequestMax: number
}

const SECOND_MICROS: Micros = 1_000_000

/** Far above what any sane design needs: only answers to answers and the like reach it. */
export function fewMessages({ perSecondMax, perRequestMax }: MessageBounds): Claim {
  return {
    id: 'few-messages',
    sentence: `No node sends more than ${perSecondMax} messages a second and ${perRequestMax} for each request.`,
    source: 'the bounds of the lab',
    ask: 'Which message makes its receiver send the next one?',
    monitor() {
      const sent = new Map<NodeId, { count: number; readonly first: EventId }>()
      let requests = 0
      return {
        kinds: ['send', 'request'],
        onEvent(event) {
          if (event.kind === 'request') requests++
          if (event.kind !== 'send') return undefined
          const own = sent.get(event.node) ?? { count: 0, first: event.id }
          sent.set(event.node, own)
          own.count++
          const granted = ((event.at + SECOND_MICROS) / SECOND_MICROS) * perSecondMax
          if (own.count <= granted + requests * perRequestMax) return undefined
          return {
            event: event.id,
            message: `${event.node} has sent ${own.count} messages in ${seconds(event.at)} s, in which all nodes took ${requests} requests.`,
            related: own.first === event.id ? [] : [own.first],
            nodes: [event.node],
          }
        },
      }
    },
  }
}
