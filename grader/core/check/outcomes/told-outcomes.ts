/**
 * What a driver tells its clients, held against what it knows: a certain answer that has reached
 * it must be passed on, and a read must be asked for until it is answered.
 */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'

const SOURCE = 'Birrell & Nelson 1984, Implementing Remote Procedure Calls, section 3.1'

/** A call that a driver has taken. */
interface Call {
  readonly operation: OperationId
  readonly invoke: EventId
  readonly client: string
  readonly driver: NodeId
  readonly id: string
  readonly isRead: boolean
  readonly takenAt: Micros
  /** Attempts of which nothing certain is known. */
  readonly open: Set<Json>
  /** Since when its fate is certain to the driver, by which event, and what it is. */
  known: { readonly at: Micros; readonly event: EventId; readonly fate: string } | undefined
  isTold: boolean
}

/** Follows the calls of all drivers and the attempts at them. */
class Calls {
  readonly #invoked = new Map<OperationId, { readonly event: EventId; readonly body: Json }>()
  readonly #calls = new Map<string, Call>()
  readonly #attempts = new Map<string, Call>()

  look(event: TraceEvent, view: WorldView): void {
    switch (event.kind) {
      case 'invoke':
        this.#invoked.set(event.operation, { event: event.id, body: JSON.parse(event.body) })
        return
      case 'request':
        return this.#take(event)
      case 'send':
        return this.#attempt(event.node, view.content(event.message))
      case 'receive':
        return this.#answer(event, view.content(event.message))
      case 'reply': {
        const call = [...this.#calls.values()].find((each) => each.operation === event.operation)
        if (call !== undefined && (event.outcome === 'ok' || !call.isRead)) call.isTold = true
        return
      }
      case 'crash':
        for (const [key, call] of this.#calls) {
          if (call.driver === event.node) this.#calls.delete(key)
        }
        return
      default:
    }
  }

  /** Calls that wait for word. */
  *untold(): Generator<Call> {
    for (const [key, call] of this.#calls) {
      if (call.isTold) this.#calls.delete(key)
      else yield call
    }
  }

  #take({ operation, client, node, at }: TraceEvent & { readonly kind: 'request' }): void {
    const invoked = this.#invoked.get(operation)
    const { op, id } = jsonFields(invoked?.body ?? null) ?? {}
    if (invoked === undefined || typeof id !== 'string') return
    this.#calls.set(`${node} ${id}`, {
      operation,
      invoke: invoked.event,
      client,
      driver: node,
      id,
      isRead: op === 'read',
      takenAt: at,
      open: new Set(),
      known: undefined,
      isTold: false,
    })
  }

  #attempt(driver: NodeId, content: Json): void {
    const { type, attempt, command } = jsonFields(content) ?? {}
    const id = jsonFields(command ?? null)?.id
    if (type !== 'Do' || attempt === undefined || typeof id !== 'string') return
    const call = this.#calls.get(`${driver} ${id}`)
    if (call === undefined) return
    call.open.add(attempt)
    if (call.known?.fate === REFUSED) call.known = undefined
    this.#attempts.set(`${driver} ${JSON.stringify(attempt)}`, call)
  }

  #answer(event: TraceEvent & { readonly kind: 'receive' }, content: Json): void {
    const { type, attempt } = jsonFields(content) ?? {}
    if (attempt === undefined) return
    const call = this.#attempts.get(`${event.node} ${JSON.stringify(attempt)}`)
    if (call === undefined || call.known?.fate === DONE) return
    if (type === 'Refused') call.open.delete(attempt)
    const fate = type === 'Done' ? DONE : call.open.size === 0 ? REFUSED : undefined
    if (fate !== undefined) call.known = { at: event.at, event: event.id, fate }
  }
}

const DONE = 'it was done'
const REFUSED = 'it was refused'

/** @param withinMicros how soon word must reach the client's side of the driver */
export function tellsWhatItKnows(withinMicros: Micros): Claim {
  return {
    id: 'tells-what-it-knows',
    sentence: `A client is told of a certain answer within ${seconds(withinMicros)} s of its reaching the driver.`,
    source: SOURCE,
    ask: 'What did the driver do with this answer when it came?',
    monitor() {
      const calls = new Calls()
      return {
        onEvent(event, view) {
          for (const { known, client, driver, id, isRead, invoke } of calls.untold()) {
            // A refused read may be asked for again for as long as one likes.
            if (known === undefined || (isRead && known.fate === REFUSED)) continue
            if (!isLate(event, known.at + withinMicros)) continue
            return {
              event: event.id,
              message: `${driver} has known for ${seconds(event.at - known.at)} s of ${id} that ${known.fate}, and ${client} has not been told.`,
              related: [invoke, known.event],
              nodes: [driver, client],
            } satisfies Violation
          }
          calls.look(event, view)
          return undefined
        },
      }
    },
  }
}

/** In a healthy network with a store that is in trouble now and then. */
export function readsAreAnswered(withinMicros: Micros): Claim {
  return {
    id: 'reads-are-answered',
    sentence: `Once nothing is cut or down any more, each read is answered within ${seconds(withinMicros)} s.`,
    source: SOURCE,
    ask: 'What harm would it do to ask once more?',
    monitor() {
      const calls = new Calls()
      let healthySince = Number.POSITIVE_INFINITY
      return {
        onEvent(event, view) {
          if (event.kind === 'phase') healthySince = event.at
          for (const { takenAt, client, driver, id, isRead, invoke } of calls.untold()) {
            if (!isRead || takenAt < healthySince || !isLate(event, takenAt + withinMicros))
              continue
            return {
              event: event.id,
              message: `${client} has had no number from ${driver} for the read ${id} after ${seconds(event.at - takenAt)} s.`,
              related: [invoke],
              nodes: [driver, client],
            } satisfies Violation
          }
          calls.look(event, view)
          return undefined
        },
      }
    },
  }
}

function isLate(event: TraceEvent, dueAt: Micros): boolean {
  const isOver = event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
  return event.at > dueAt || (isOver && event.at >= dueAt)
}
