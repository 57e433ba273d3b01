/** Exactly once: what was acknowledged is applied once, and what was refused never. */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { type ApplicationMemory, updateId } from './updates.ts'

export interface ExactlyOnceOptions {
  /**
   * What identifies an operation, in the body of a request and in an applied value alike. A
   * client that asks again for the same operation uses the same identity.
   */
  readonly identify?: (value: Json) => string
  /** Operations that need not be applied; by default those of kind `read` and `get`. */
  readonly isRead?: (body: Json) => boolean
  /** By default `volatile`: each life of a node counts for itself. */
  readonly memory?: ApplicationMemory
}

const SOURCE = 'Birrell & Nelson 1984, Implementing Remote Procedure Calls, section 3.1'

function isReadByKind(body: Json): boolean {
  const kind = jsonFields(body)?.kind
  return kind === 'read' || kind === 'get'
}

/** At most once, on every node: a repeated request or entry must not take effect again. */
export function appliesAtMostOnce(options: ExactlyOnceOptions = {}): Claim {
  const { identify = updateId, memory = 'volatile' } = options
  return {
    id: 'applies-at-most-once',
    sentence: "No node applies a client's operation twice.",
    source: `${SOURCE}; Raft, section 8`,
    ask: 'When the same operation arrives again, how does the node recognise it?',
    monitor() {
      const applied = new Map<NodeId, Map<string, EventId>>()
      return {
        kinds: ['apply', 'crash'],
        onEvent(event) {
          if (event.kind === 'crash' && memory === 'volatile') applied.delete(event.node)
          if (event.kind !== 'apply') return undefined
          const operation = identify(JSON.parse(event.value) as Json)
          const known = applied.get(event.node) ?? new Map<string, EventId>()
          applied.set(event.node, known)
          const first = known.get(operation)
          if (first === undefined) known.set(operation, event.id)
          if (first === undefined) return undefined
          return {
            event: event.id,
            message: `${event.node} applied ${operation} a second time.`,
            related: [first],
            nodes: [event.node],
          } satisfies Violation
        },
      }
    },
  }
}

/** What became of an operation, over all the times that a client asked for it. */
interface Fate {
  /** Requests that are under way, or ended with `ok` or `info`: it may be applied. */
  readonly open: Set<OperationId>
  refused: EventId | undefined
  applied: { readonly node: NodeId; readonly event: EventId } | undefined
}

/** Follows the operations of clients by their identity. */
class Fates {
  readonly #identify: (value: Json) => string
  readonly #fates = new Map<string, Fate>()
  readonly #requests = new Map<OperationId, { readonly id: string; readonly body: Json }>()

  constructor(identify: (value: Json) => string) {
    this.#identify = identify
  }

  /** What this event told of which operation, if it is about one. */
  look(event: TraceEvent) {
    switch (event.kind) {
      case 'invoke': {
        const body = JSON.parse(event.body) as Json
        const id = this.#identify(body)
        this.#requests.set(event.operation, { id, body })
        this.#fate(id).open.add(event.operation)
        return undefined
      }
      case 'complete': {
        const request = this.#requests.get(event.operation)
        if (request === undefined) return undefined
        const fate = this.#fate(request.id)
        if (event.outcome === 'fail') {
          fate.open.delete(event.operation)
          fate.refused = event.id
        }
        return { ...request, fate }
      }
      case 'apply': {
        const body = JSON.parse(event.value) as Json
        const id = this.#identify(body)
        const fate = this.#fate(id)
        fate.applied ??= { node: event.node, event: event.id }
        return { id, body, fate }
      }
      default:
        return undefined
    }
  }

  #fate(id: string): Fate {
    const known = this.#fates.get(id)
    if (known !== undefined) return known
    const made: Fate = { open: new Set(), refused: undefined, applied: undefined }
    this.#fates.set(id, made)
    return made
  }
}

/** At least once: an answer `ok` says that the operation took effect somewhere. */
export function acknowledgedIsApplied(options: ExactlyOnceOptions = {}): Claim {
  const { identify = updateId, isRead = isReadByKind } = options
  return {
    id: 'acknowledged-is-applied',
    sentence: 'An operation that was acknowledged has been applied.',
    source: `${SOURCE}; Raft, section 8`,
    ask: 'What made the node answer before, or without, applying the operation?',
    monitor() {
      const fates = new Fates(identify)
      return {
        kinds: ['invoke', 'complete', 'apply'],
        onEvent(event) {
          const told = fates.look(event)
          if (told === undefined || event.kind !== 'complete' || event.outcome !== 'ok') {
            return undefined
          }
          const { id, body, fate } = told
          if (fate.applied !== undefined || isRead(body)) return undefined
          return {
            event: event.id,
            message: `${event.client} was told that ${id} is done, but no node had applied it.`,
            related: event.cause < 0 ? [] : [event.cause],
            nodes: [event.client],
          } satisfies Violation
        },
      }
    },
  }
}

/** Never: `fail` promises that the operation did not happen and will not. */
export function refusedIsNeverApplied(options: ExactlyOnceOptions = {}): Claim {
  const { identify = updateId } = options
  return {
    id: 'refused-is-never-applied',
    sentence: 'An operation that was refused is never applied.',
    source: 'the meaning of `fail`: it did not happen and never will',
    ask: 'Was the node sure, when it refused, that nobody else would carry the operation out?',
    monitor() {
      const fates = new Fates(identify)
      return {
        kinds: ['invoke', 'complete', 'apply'],
        onEvent(event) {
          const told = fates.look(event)
          if (told === undefined) return undefined
          const { id, fate } = told
          const { refused, applied } = fate
          if (refused === undefined || applied === undefined || fate.open.size > 0) return undefined
          const earlier = applied.event === event.id ? refused : applied.event
          return {
            event: event.id,
            message:
              event.kind === 'apply'
                ? `${event.node} applied ${id}, which had been refused.`
                : `${id} was refused, but ${applied.node} had applied it.`,
            related: earlier === event.id ? [] : [earlier],
            nodes: [event.kind === 'apply' ? event.node : applied.node],
          } satisfies Violation
        },
      }
    },
  }
}
