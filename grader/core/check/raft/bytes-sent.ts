/** How many bytes a healthy cluster may send, for its heartbeats and for what it is asked. */
import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

export interface ByteBounds {
  /** Counts from so long after the network is healed, when there is a leader again. */
  readonly graceMicros: Micros
  /** For heartbeats and their answers, all nodes together. */
  readonly perSecondMax: number
  /** For each request that a client makes meanwhile. */
  readonly perRequestMax: number
  /** Where the bound comes from; by default Raft's. */
  readonly source?: string
}

const SECOND_MICROS = 1_000_000
const RAFT_SOURCE =
  'Raft, section 5.3: an entry is sent to each follower once, and again only when it is lost'

/** Bytes are the UTF-16 units of the messages' JSON text, which is ASCII in most labs. */
export function bytesInBounds(bounds: ByteBounds): Claim {
  const { graceMicros, perSecondMax, perRequestMax, source = RAFT_SOURCE } = bounds
  return {
    id: 'bytes-in-bounds',
    sentence: `A healthy cluster sends at most ${perSecondMax} bytes a second, and ${perRequestMax} more for each request.`,
    source,
    ask: 'Which message carries what its receiver already has?',
    monitor() {
      let from = Number.POSITIVE_INFINITY
      let bytes = 0
      let requests = 0
      let longest:
        | { readonly id: EventId; readonly bytes: number; readonly sender: NodeId }
        | undefined
      return {
        kinds: ['phase', 'send', 'request', 'end'],
        onEvent(event) {
          if (event.kind === 'phase') from = event.at + graceMicros
          if (event.at < from) return undefined
          if (event.kind === 'send') {
            const { id, node: sender, body } = event
            bytes += body.length
            if (body.length > (longest?.bytes ?? 0)) {
              longest = { id, bytes: body.length, sender }
            }
          }
          if (event.kind === 'request') requests++
          if (event.kind !== 'end' || longest === undefined) return undefined
          const granted = ((event.at - from) / SECOND_MICROS + 1) * perSecondMax
          if (bytes <= granted + requests * perRequestMax) return undefined
          const time = `${seconds(event.at - from)} s`
          return {
            event: event.id,
            message: `The nodes sent ${bytes} bytes in ${time}, in which there were ${requests} requests; the longest message has ${longest.bytes}.`,
            related: [longest.id],
            nodes: [longest.sender],
          }
        },
      }
    },
  }
}
