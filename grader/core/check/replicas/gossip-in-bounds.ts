/** How much replicas may say to each other: enough to heal every loss, and no storm. */
import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

export interface GossipBounds {
  /** Messages of one node to another one. */
  readonly perSecondMax: number
  /** More of them for each request that any node takes. */
  readonly perRequestMax: number
}

const SECOND_MICROS = 1_000_000

interface Traffic {
  readonly since: Micros
  readonly first: EventId
  /** Requests that had been taken before the first message. */
  readonly requests: number
  count: number
}

/**
 * A node that answers every message with one of its own never comes to an end, and each timer
 * begins another such exchange. A second is granted in advance.
 */
export function gossipInBounds({ perSecondMax, perRequestMax }: GossipBounds): Claim {
  return {
    id: 'gossip-in-bounds',
    sentence: `A node sends each other node at most ${perSecondMax} messages a second, and ${perRequestMax} more for each request.`,
    source: 'Demers et al. 1987, Epidemic Algorithms (anti-entropy runs periodically)',
    ask: 'What makes a node send the next message, when nothing has changed?',
    monitor() {
      const links = new Map<string, Traffic>()
      let requests = 0
      return {
        kinds: ['send', 'request'],
        onEvent(event) {
          if (event.kind === 'request') requests++
          if (event.kind !== 'send') return undefined
          const { node: from, to, at, id } = event
          const traffic = trafficOf(links, `${from} ${to}`, { since: at, first: id, requests })
          traffic.count++
          const elapsed = at - traffic.since + SECOND_MICROS
          const asked = requests - traffic.requests + 1
          const allowed = (perSecondMax * elapsed) / SECOND_MICROS + perRequestMax * asked
          if (traffic.count <= allowed) return undefined
          const nodes: readonly NodeId[] = [...new Set([from, to])]
          const time = `${seconds(at - traffic.since)} s`
          return {
            event: id,
            message: `${from} has sent ${to} ${traffic.count} messages in ${time}, in which ${asked - 1} requests were made.`,
            related: traffic.first === id ? [] : [traffic.first],
            nodes,
          }
        },
      }
    },
  }
}

function trafficOf(
  links: Map<string, Traffic>,
  link: string,
  first: Omit<Traffic, 'count'>,
): Traffic {
  const known = links.get(link) ?? { ...first, count: 0 }
  links.set(link, known)
  return known
}
