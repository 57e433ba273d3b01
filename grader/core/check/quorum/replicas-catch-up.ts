/** Replicas come to agree: by reads that repair them, and by hints that are handed over. */

import { printJson } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { copiesIn, copiesOf, entryName, isAsNew, showsCopies, type Version } from './copies.ts'
import { Requests } from './requests.ts'

export interface CatchUp {
  readonly withinMicros: Micros
  /** The nodes that must have it, for a key. */
  readonly replicasOf: (key: string, nodes: readonly NodeId[]) => readonly NodeId[]
}

/** What every replica of its key must have when the time comes. */
interface Due {
  readonly at: Micros
  readonly event: EventId
  readonly key: string
  readonly value: Json
}

/** Knows the version of each value that was ever shown, and who lacks it. */
class Versions {
  readonly #versions = new Map<string, Version>()

  look(event: TraceEvent): void {
    if (event.kind !== 'observe' || !showsCopies(event.fields)) return
    for (const [key, { value, version }] of copiesIn(event.fields.copies ?? null)) {
      const name = entryName(key, value)
      if (!this.#versions.has(name)) this.#versions.set(name, version)
    }
  }

  /** Those among `nodes` that are up and hold something older; nobody when the value was never shown. */
  behind({ key, value }: Due, nodes: readonly NodeId[], view: WorldView): readonly NodeId[] {
    const version = this.#versions.get(entryName(key, value))
    if (version === undefined) return []
    return nodes.filter((node) => {
      const shown = copiesOf(view.node(node))
      if (shown === 'nothing yet') return false
      const copy = shown.get(key)
      return copy === undefined || !isAsNew(copy.version, version)
    })
  }
}

/**
 * "If a replica returned a stale version, the coordinator updates it with the latest version"
 * (Dynamo, section 5, read repair). Judged in the healthy network at the end, where every replica
 * answers: so long after a read, all of them have what it returned, or something newer.
 */
export function readsRepair({ withinMicros, replicasOf }: CatchUp): Claim {
  return {
    id: 'reads-repair',
    sentence: `In a healthy network, ${seconds(withinMicros)} s after a read all replicas have what it returned.`,
    source: 'DeCandia et al. 2007, section 5 (read repair)',
    ask: 'Which replicas did the read hear, which of them were behind, and who told them?',
    monitor() {
      const [requests, versions] = [new Requests(), new Versions()]
      const due: Due[] = []
      let isHealthy = false
      return {
        onEvent(event, view) {
          requests.look(event)
          versions.look(event)
          if (event.kind === 'phase') isHealthy = true
          const late = firstLate(due, event, withinMicros, (one) =>
            versions.behind(one, replicasOf(one.key, view.nodeIds), view),
          )
          if (late !== undefined) {
            const { one, nodes } = late
            const what = `${one.key} = ${printJson(one.value)} was read`
            return lacks(event, one, nodes, `${seconds(event.at - one.at)} s after ${what}`)
          }
          const answered = isHealthy ? requests.answeredBy(event) : undefined
          if (answered?.request.op === 'get' && answered.answer !== null) {
            const { key } = answered.request
            due.push({ at: event.at, event: event.id, key, value: answered.answer })
          }
          return undefined
        },
      }
    },
  }
}

/**
 * "Once the replica is back, the hint is delivered" (Dynamo, section 4.6): an acknowledged write
 * reaches every replica of its key, even if nobody ever reads it.
 */
export function reachesAllReplicas({ withinMicros, replicasOf }: CatchUp): Claim {
  return {
    id: 'reaches-all-replicas',
    sentence: `Within ${seconds(withinMicros)} s after everything is healed, every acknowledged write is on all replicas of its key.`,
    source: 'DeCandia et al. 2007, section 4.6 (hinted handoff)',
    ask: 'Who knew that this replica had missed the write, and what has become of that knowledge?',
    monitor() {
      const [requests, versions] = [new Requests(), new Versions()]
      const acknowledged: Omit<Due, 'at'>[] = []
      const due: Due[] = []
      return {
        onEvent(event, view) {
          requests.look(event)
          versions.look(event)
          const answered = requests.answeredBy(event)
          if (answered?.request.op === 'put') {
            const { key, value } = answered.request
            acknowledged.push({ event: event.id, key, value })
          }
          if (event.kind === 'phase') {
            due.push(...acknowledged.map((one) => ({ ...one, at: event.at })))
          }
          const late = firstLate(due, event, withinMicros, (one) =>
            versions.behind(one, replicasOf(one.key, view.nodeIds), view),
          )
          if (late === undefined) return undefined
          const { one, nodes } = late
          const what = `put ${one.key} = ${printJson(one.value)} was acknowledged`
          return lacks(event, one, nodes, `${what}; ${seconds(event.at - one.at)} s after the heal`)
        },
      }
    },
  }
}

/** Judges what is due by now, oldest first, each once; the first that somebody lacks. */
function firstLate(
  due: Due[],
  event: TraceEvent,
  withinMicros: Micros,
  behind: (one: Due) => readonly NodeId[],
): { readonly one: Due; readonly nodes: readonly NodeId[] } | undefined {
  for (;;) {
    const [one] = due
    if (one === undefined || !isDue(event, one.at + withinMicros)) return undefined
    due.shift()
    const nodes = behind(one)
    if (nodes.length > 0) return { one, nodes }
  }
}

function lacks(event: TraceEvent, one: Due, nodes: readonly NodeId[], when: string): Violation {
  const verb = nodes.length === 1 ? 'does' : 'do'
  return {
    event: event.id,
    message: `${when}, ${nodes.join(' and ')} ${verb} not have it or anything newer.`,
    related: one.event === event.id ? [] : [one.event],
    nodes,
  }
}

/** The time is up; a run that a throw or a bound cut short says nothing of liveness. */
function isDue(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
