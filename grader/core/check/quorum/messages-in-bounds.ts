/** What requests may cost: far more messages than any sane solution needs are too many. */

import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

export interface MessageBounds {
  /** For each request of a client, by all nodes together. */
  readonly perRequestMax: number
  /** For what nodes do by themselves, all together. */
  readonly perSecondMax: number
}

const SECOND_MICROS = 1_000_000

/**
 * A message that causes the next one, and a repair that makes the next read repair again, never
 * come to an end. Counted over the run as a whole; a second and a request are granted in advance.
 */
export function messagesInBounds({ perRequestMax, perSecondMax }: MessageBounds): Claim {
  const bySelf = perSecondMax === 0 ? '' : `, and ${perSecondMax} a second besides`
  return {
    id: 'messages-in-bounds',
    sentence: `The nodes send at most ${perRequestMax} messages for each request${bySelf}.`,
    source: 'DeCandia et al. 2007, sections 4.5 and 4.6 (what a request asks of its replicas)',
    ask: 'What makes a node send the next message when there is nothing new to say?',
    monitor() {
      let [sent, requests] = [0, 1]
      return {
        kinds: ['send', 'request'],
        onEvent(event) {
          if (event.kind === 'request') requests++
          if (event.kind !== 'send') return undefined
          sent++
          const allowed =
            perRequestMax * requests + (perSecondMax * (event.at + SECOND_MICROS)) / SECOND_MICROS
          if (sent <= allowed) return undefined
          return {
            event: event.id,
            message: `the nodes have sent ${sent} messages in ${seconds(event.at)} s, for ${requests === 2 ? '1 request' : `${requests - 1} requests`}.`,
            related: [],
            nodes: [event.node],
          }
        },
      }
    },
  }
}
