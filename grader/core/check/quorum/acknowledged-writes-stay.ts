/** What a write quorum promises: an acknowledged write is on W replicas, from then on. */

import { printJson } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { copiesIn, copiesOf, entryName, isAsNew, showsCopies, type Version } from './copies.ts'
import { Requests } from './requests.ts'

export interface WriteQuorum {
  /** How many replicas an acknowledged write must be on. */
  readonly count: number
  /** The nodes that count, for a key. */
  readonly replicasOf: (key: string, nodes: readonly NodeId[]) => readonly NodeId[]
}

interface Acknowledged {
  readonly event: EventId
  readonly value: Json
  /** Undefined while nobody has shown the value: something newer was everywhere already. */
  readonly version: Version | undefined
}

/**
 * W replicas confirmed, and what a replica confirmed it keeps. So at every moment W of them
 * hold the write or something newer; those that are down may count, because they may hold it.
 * The claim leaves open which replicas these are and how they keep it.
 */
export function acknowledgedWritesStay({ count, replicasOf }: WriteQuorum): Claim {
  return {
    id: 'acknowledged-writes-stay',
    sentence: `A write that was acknowledged is on at least ${count} replicas of its key, from then on.`,
    source: 'Gifford 1979, Weighted Voting for Replicated Data; DeCandia et al. 2007, section 4.5',
    ask: 'Which replicas had confirmed this write, and what had each of them on its disk when it did?',
    monitor() {
      const requests = new Requests()
      const versions = new Map<string, Version>()
      const acknowledged = new Map<string, Acknowledged>()
      const look = (event: TraceEvent): void => {
        requests.look(event)
        if (event.kind !== 'observe' || !showsCopies(event.fields)) return
        for (const [key, copy] of copiesIn(event.fields.copies ?? null)) {
          const name = entryName(key, copy.value)
          if (!versions.has(name)) versions.set(name, copy.version)
        }
      }
      const judge = (key: string, event: TraceEvent, view: WorldView): Violation | undefined => {
        const promise = acknowledged.get(key)
        if (promise === undefined) return undefined
        const replicas = replicasOf(key, view.nodeIds)
        const without = replicas.filter((node) => !mayHold(view, node, key, promise.version))
        const held = replicas.length - without.length
        if (held >= Math.min(count, replicas.length)) return undefined
        const what = `put ${key} = ${printJson(promise.value)}`
        return {
          event: event.id,
          message: `${what} was acknowledged, and ${holders(held)}: ${without.join(', ')} do not have it.`,
          related: promise.event === event.id ? [] : [promise.event],
          nodes: without,
        }
      }
      return {
        kinds: ['invoke', 'observe', 'reply'],
        onEvent(event, view) {
          look(event)
          const answered = requests.answeredBy(event)
          if (answered?.request.op === 'put') {
            const { key, value } = answered.request
            const version = versions.get(entryName(key, value))
            const known = acknowledged.get(key)
            // The newest of them says it all: whoever has it has no older one.
            if (
              known?.version === undefined ||
              version === undefined ||
              isAsNew(version, known.version)
            ) {
              acknowledged.set(key, { event: event.id, value, version })
            }
            return judge(key, event, view)
          }
          if (event.kind !== 'observe' || !showsCopies(event.fields)) return undefined
          for (const key of acknowledged.keys()) {
            const violation = judge(key, event, view)
            if (violation !== undefined) return violation
          }
          return undefined
        },
      }
    },
  }
}

function mayHold(view: WorldView, node: NodeId, key: string, version: Version | undefined) {
  const shown = copiesOf(view.node(node))
  if (shown === 'nothing yet') return true
  const copy = shown.get(key)
  if (copy === undefined) return false
  return version === undefined || isAsNew(copy.version, version)
}

function holders(count: number): string {
  if (count === 0) return 'no replica holds it or anything newer'
  return count === 1
    ? 'only 1 replica may hold it or anything newer'
    : `only ${count} replicas may hold it or anything newer`
}
