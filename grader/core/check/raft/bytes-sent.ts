/** How many bytes a healthy cluster may send, for its heartbeats and for what it is asked. */
import type { EventId, Micros } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

export interface ByteBounds {
  /** Counts from so long after the network is healed, when there is a leader again. */
  readonly graceMicros: Micros
  /** For heartbeats and their answers, all nodes together. */
  readonly perSecondMax: number
  /** For each request that a client makes meanwhile. */
  readonly perRequestMax: number
}

const SECOND_MICROS = 1_000_000

/** Bytes are the UTF-16 units of the messages' JSON text, which is ASCII in most labs. */
export function bytesInBounds({ graceMicros, perSecondMax, perRequestMax }: ByteBounds): Claim {
  return {
    id: 'bytes-in-bounds',
    sentence: `A healthy cluster sends at most ${perSecondMax} bytes a second, and ${perRequestMax} more for each request.`,
    source:
      'Raft, section 5.3: an entry is sent to each follower once, and again only when it is lost',
    ask: 'Which message carries what its receiver already has?',
    monitor() {
      let from = Number.POSITIVE_INFINITY
      let bytes = 0
      let requests = 0
      let last: { readonly id: EventId; readonly at: Micros } | undefined
      return {
        kinds: ['phase', 'send', 'request', 'end'],
        onEvent(event) {
          if (event.kind === 'phase') from = event.at + graceMicros
          if (event.at < from) return undefined
          last = event
          if (event.kind === 'send') bytes += event.body.length
          if (event.kind === 'request') requests++
          return undefined
        },
        onEnd() {
          if (last === undefined) return undefined
          const granted = ((last.at - from) / SECOND_MICROS + 1) * perSecondMax
          if (bytes <= granted + requests * perRequestMax) return undefined
          return {
            event: last.id,
            at: last.at,
            message: `The nodes sent ${bytes} bytes in ${seconds(last.at - from)} s, in which there were ${requests} requests.`,
            related: [],
            nodes: [],
          }
        },
      }
    },
  }
}
