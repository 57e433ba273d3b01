/** What a sloppy quorum promises: W nodes keep an acknowledged write, whichever they are. */

import { printJson } from '../../json.ts'
import type { NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { copiesOf, entryName, isAsNew, keptIn, type Version } from './copies.ts'
import { Requests } from './requests.ts'

/**
 * The nodes that confirm need not be replicas: one may keep the write as a hint for a replica
 * that is away. Judged at the answer alone, because hints move on.
 */
export function acknowledgedByEnough({ count }: { readonly count: number }): Claim {
  return {
    id: 'acknowledged-by-enough',
    sentence: `When a write is acknowledged, at least ${count} nodes keep it, as a copy or as a hint.`,
    source: 'DeCandia et al. 2007, section 4.6 (sloppy quorum)',
    ask: 'Which nodes had confirmed when the client was answered, and how often did each count?',
    monitor() {
      const requests = new Requests()
      const versions = new Map<string, Version>()
      const look = (event: TraceEvent): void => {
        requests.look(event)
        if (event.kind !== 'observe') return
        for (const { key, copy } of keptIn(event.fields)) {
          versions.set(entryName(key, copy.value), copy.version)
        }
      }
      return {
        kinds: ['invoke', 'observe', 'reply'],
        onEvent(event, view) {
          look(event)
          const answered = requests.answeredBy(event)
          if (answered?.request.op !== 'put') return undefined
          const { key, value } = answered.request
          const version = versions.get(entryName(key, value))
          const keepers = view.nodeIds.filter((node) => mayKeep(view, node, key, version))
          if (keepers.length >= Math.min(count, view.nodeIds.length)) return undefined
          const who = keepers.length === 0 ? 'no node' : `only ${keepers.join(' and ')}`
          return {
            event: event.id,
            message: `put ${key} = ${printJson(value)} is acknowledged, and ${who} may keep it or anything newer.`,
            related: [],
            nodes: keepers,
          }
        },
      }
    },
  }
}

/** A node that is down may keep it; where nobody has shown the value, any copy may be newer. */
function mayKeep(view: WorldView, node: NodeId, key: string, version: Version | undefined) {
  const state = view.node(node)
  if (copiesOf(state) === 'nothing yet') return true
  return keptIn(Object.fromEntries(state.fields)).some(
    (one) => one.key === key && (version === undefined || isAsNew(one.copy.version, version)),
  )
}
