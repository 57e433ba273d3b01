/**
 * Stores that keep concurrent values side by side: a value goes only when somebody who held it
 * has written over it, and then it stays away. Judged by what each node shows, so that it makes
 * no difference how a node knows what was superseded.
 */

import { jsonFields, printJson, sameJson } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'

/** The watched field with the values that stand side by side. */
const FIELD = 'values'

const SOURCE =
  'DeCandia et al. 2007 (Dynamo), section 4.4; Parker et al. 1983, Detection of mutual inconsistency'

/** The values that this event shows anew; undefined when it shows none. */
function shownIn(event: TraceEvent): readonly string[] | undefined {
  if (event.kind !== 'observe' || !(FIELD in event.fields)) return undefined
  return textsOf(event.fields[FIELD] ?? null)
}

function textsOf(values: Json): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

/** The value of a write; undefined for anything else. */
function writtenIn(body: string): string | undefined {
  const { op, value } = jsonFields(JSON.parse(body) as Json) ?? {}
  return op === 'write' && typeof value === 'string' ? value : undefined
}

/**
 * Follows what was written over: a write that a node takes supersedes what the node shows at that
 * moment, and nothing else does. Values are told apart by their texts, which the clients keep
 * different.
 */
class Superseded {
  readonly #asked = new Map<OperationId, string>()
  readonly #shown = new Map<NodeId, readonly string[]>()
  readonly #by = new Map<string, EventId>()
  readonly #written = new Map<string, EventId>()

  /** To be told of every `invoke`, `request`, `observe` and `crash`, before anything is judged. */
  look(event: TraceEvent): void {
    if (event.kind === 'invoke') {
      const value = writtenIn(event.body)
      if (value !== undefined) this.#asked.set(event.operation, value)
    } else if (event.kind === 'request') {
      const value = this.#asked.get(event.operation)
      if (value === undefined) return
      if (!this.#written.has(value)) this.#written.set(value, event.id)
      for (const old of this.shownBy(event.node)) {
        if (old !== value && !this.#by.has(old)) this.#by.set(old, event.id)
      }
    } else if (event.kind === 'observe') {
      const values = shownIn(event)
      if (values !== undefined) this.#shown.set(event.node, values)
    } else if (event.kind === 'crash') this.#shown.delete(event.node)
  }

  shownBy(node: NodeId): readonly string[] {
    return this.#shown.get(node) ?? []
  }

  /** The request that wrote over this value first; undefined when none has. */
  endOf(value: string): EventId | undefined {
    return this.#by.get(value)
  }

  /** The first request that wrote this value. */
  beginOf(value: string): EventId | undefined {
    return this.#written.get(value)
  }

  valueOf(operation: OperationId): string | undefined {
    return this.#asked.get(operation)
  }
}

/** A confirmed value stays until a client that could see it writes over it. */
export const noValueLost: Claim = {
  id: 'no-value-lost',
  sentence: 'A confirmed value stays until somebody writes over it at a node that holds it.',
  source: SOURCE,
  ask: 'What did this node take for a reason to drop the value, and had anybody seen it?',
  monitor() {
    const superseded = new Superseded()
    /** Confirmed values that each node has held. */
    const held = new Map<NodeId, Set<string>>()
    const confirmed = new Map<string, NodeId>()
    /** News that were not on disk yet may be heard again; what the node itself confirmed may not. */
    const forget = (node: NodeId) => {
      for (const value of held.get(node) ?? []) {
        if (confirmed.get(value) !== node) held.get(node)?.delete(value)
      }
    }
    const missing = (event: TraceEvent, node: NodeId, shown: readonly string[]) => {
      for (const value of held.get(node) ?? []) {
        if (!confirmed.has(value) || shown.includes(value)) continue
        if (superseded.endOf(value) !== undefined) held.get(node)?.delete(value)
        else return lost(event, node, value, superseded.beginOf(value))
      }
      return undefined
    }
    return {
      kinds: ['invoke', 'request', 'observe', 'crash', 'reply'],
      onEvent(event) {
        superseded.look(event)
        if (event.kind === 'crash') forget(event.node)
        if (event.kind === 'reply' && event.outcome === 'ok') {
          const value = superseded.valueOf(event.operation)
          if (value === undefined) return undefined
          confirmed.set(value, event.node)
          const own = held.get(event.node) ?? new Set()
          held.set(event.node, own.add(value))
          return missing(event, event.node, superseded.shownBy(event.node))
        }
        const shown = shownIn(event)
        if (shown === undefined || event.kind !== 'observe') return undefined
        const own = held.get(event.node) ?? new Set()
        held.set(event.node, own)
        for (const value of shown) own.add(value)
        return missing(event, event.node, shown)
      },
    }
  },
}

function lost(
  event: TraceEvent,
  node: NodeId,
  value: string,
  begin: EventId | undefined,
): Violation {
  return {
    event: event.id,
    message: `${node} does not hold ${printJson(value)} any more, which was confirmed, and which nobody has written over.`,
    related: begin === undefined || begin === event.id ? [] : [begin],
    nodes: [node],
  }
}

/** What was written over at a node that held it is over; no late message brings it back. */
export const staysOverwritten: Claim = {
  id: 'stays-overwritten',
  sentence: 'A value that a node has seen written over does not come back to it.',
  source: SOURCE,
  ask: 'How could this node tell an old message from news?',
  monitor() {
    const superseded = new Superseded()
    /** Values that each node has dropped, with the event. */
    const dropped = new Map<NodeId, Map<string, EventId>>()
    let before: readonly string[] = []
    return {
      kinds: ['invoke', 'request', 'observe', 'crash'],
      onEvent(event) {
        before = event.kind === 'observe' ? superseded.shownBy(event.node) : []
        superseded.look(event)
        // A node that had not written down what it dropped may have to hear of it again.
        if (event.kind === 'crash') dropped.delete(event.node)
        const shown = shownIn(event)
        if (shown === undefined || event.kind !== 'observe') return undefined
        const gone = dropped.get(event.node) ?? new Map<string, EventId>()
        dropped.set(event.node, gone)
        for (const value of before) {
          if (!shown.includes(value) && superseded.endOf(value) !== undefined) {
            gone.set(value, event.id)
          }
        }
        const back = shown.find((value) => gone.has(value))
        const since = back === undefined ? undefined : gone.get(back)
        if (back === undefined || since === undefined) return undefined
        return {
          event: event.id,
          message: `${event.node} holds ${printJson(back)} again, which had been written over and dropped.`,
          related: [since],
          nodes: [event.node],
        } satisfies Violation
      },
    }
  },
}

/** A reader gets all that its node shows; a writer leaves nothing of it. */
export const answersFitValues: Claim = {
  id: 'answers-fit-values',
  sentence: 'A read is answered with all values of its node; a write leaves none but its own.',
  source: SOURCE,
  ask: 'Which values does the node hold when it answers, and which of them had it held before?',
  monitor() {
    const asked = new Map<OperationId, { readonly event: EventId; readonly body: string }>()
    return {
      kinds: ['invoke', 'reply', 'observe', 'crash'],
      onEvent(event, view: WorldView) {
        if (event.kind === 'invoke') {
          asked.set(event.operation, { event: event.id, body: event.body })
        }
        if (event.kind !== 'reply' || event.outcome !== 'ok') return undefined
        const question = asked.get(event.operation)
        if (question === undefined) return undefined
        const shown = textsOf(view.node(event.node).fields.get(FIELD) ?? null)
        const written = writtenIn(question.body)
        const isRead = jsonFields(JSON.parse(question.body) as Json)?.op === 'read'
        const fits = isRead
          ? sameJson(JSON.parse(event.body) as Json, shown)
          : written === undefined || sameJson(shown, [written])
        if (fits) return undefined
        const did = isRead
          ? `answered a read with ${event.body}`
          : `confirmed that ${JSON.stringify(written)} is written`
        return {
          event: event.id,
          message: `${event.node} ${did}, and holds ${printJson(shown)}.`,
          related: [question.event],
          nodes: [event.node],
        } satisfies Violation
      },
    }
  },
}
