/** Eventual convergence, bounded: when updates stop and messages arrive, states become equal. */

import { printJson, sameJson } from '../../json.ts'
import type { EventId, Json, Micros, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'

export interface ConvergesWithin {
  /** Counted from the liveness phase, or from the last request that a node took after it. */
  readonly withinMicros: Micros
  /** The watched field with what a reader sees; by default `value`. */
  readonly state?: string
  /** Counted from this moment of the run on, healed or not: all must be connected by others. */
  readonly fromMicros?: Micros
}

/**
 * "If no new updates are made to the object, eventually all accesses will return the last
 * updated value" (Vogels 2009), with a bound on eventually: so long after the last update in a healed
 * network, all nodes show the same state.
 */
export function convergesWithin(options: ConvergesWithin): Claim {
  const { withinMicros, state: field = 'value', fromMicros } = options
  const isStart = (event: TraceEvent) =>
    fromMicros === undefined ? event.kind === 'phase' : event.at >= fromMicros
  const network = fromMicros === undefined ? 'a healed network' : 'a network that connects all'
  return {
    id: 'converges-within',
    sentence:
      fromMicros === undefined
        ? 'Soon after the network is healed and updates have stopped, all nodes show the same state.'
        : 'Soon after updates have stopped, all nodes that others connect show the same state.',
    source: 'Vogels 2009, Eventually Consistent; Shapiro et al. 2011 (Eventual Consistency)',
    ask: 'Which node still lacks an update, and who could have brought it?',
    monitor() {
      let quiet: { readonly at: Micros; readonly event: EventId } | undefined
      let hasStarted = false
      return {
        onEvent(event, view) {
          const isDue = quiet !== undefined && isLate(event, quiet.at + withinMicros)
          const since = quiet
          if (!hasStarted && isStart(event)) {
            hasStarted = true
            quiet = { at: event.at, event: event.id }
          } else if (event.kind === 'request' && quiet !== undefined) {
            quiet = { at: event.at, event: event.id }
          } else if (isDue) quiet = { at: Number.POSITIVE_INFINITY, event: event.id }
          if (!isDue || since === undefined || agree(view, field)) return undefined
          const after = `${seconds(event.at - since.at)} s after the last update in ${network}`
          return {
            event: event.id,
            message: `${after}, ${differences(view, field).join(', ')}.`,
            related: [since.event],
            nodes: [...view.nodeIds],
          }
        },
      }
    },
  }
}

function isLate(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}

function agree(view: WorldView, field: string): boolean {
  const [first, ...others] = [...view.nodes()].map(({ fields }) => fields.get(field) ?? null)
  return others.every((state) => sameJson(first ?? null, state))
}

/** What each node shows; of lists, what those lack that do not have all, so that it can be read. */
function differences(view: WorldView, field: string): readonly string[] {
  const shown = [...view.nodes()].map(({ id, fields }) => ({
    id,
    value: fields.get(field) ?? null,
  }))
  const everything = new Set(shown.flatMap(({ value }) => (isTexts(value) ? value : [])))
  const lacks = shown.flatMap(({ id, value }) => {
    const missing = [...everything].filter((text) => !isTexts(value) || !value.includes(text))
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
    return missing.length === 0 ? [] : [`${id} lacks ${printJson(missing[0] ?? null)}${more}`]
  })
  const isLong = everything.size > LISTED_MAX && shown.every(({ value }) => isTexts(value))
  if (isLong && lacks.length > 0) return lacks
  return shown.map(({ id, value }) => `${id} shows ${printJson(value)}`)
}

/** Longer lists are cut where they are shown. */
const LISTED_MAX = 5

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
