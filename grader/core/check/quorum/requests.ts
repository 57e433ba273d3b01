/** Clients' reads and writes of keys, as the claims about quorums follow them. */
import { jsonFields } from '../../json.ts'
import type { EventId, Json, Micros, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'

/** What a client asked for. */
export interface KeyRequest {
  readonly op: 'get' | 'put'
  readonly key: string
  /** Of a put. */
  readonly value: Json
  /** As the client sent it. */
  readonly command: Json
}

/** A put of which its coordinator says that nobody knows what will become of it. */
export const UNKNOWN_OUTCOME = 'unknown'

/** The request in a command, or undefined for one that is neither get nor put. */
export function requestIn(command: Json): KeyRequest | undefined {
  const { op, key, value = null } = jsonFields(command) ?? {}
  if ((op !== 'get' && op !== 'put') || typeof key !== 'string') return undefined
  return { op, key, value, command }
}

/** Remembers what was asked, to say what is answered. */
export class Requests {
  readonly #asked = new Map<OperationId, KeyRequest>()

  look(event: TraceEvent): void {
    if (event.kind !== 'invoke') return
    const request = requestIn(JSON.parse(event.body) as Json)
    if (request !== undefined) this.#asked.set(event.operation, request)
  }

  /** What was asked in this operation. */
  of(operation: OperationId): KeyRequest | undefined {
    return this.#asked.get(operation)
  }

  /** The request that this event answers with success, and the answer. */
  answeredBy(
    event: TraceEvent,
  ): { readonly request: KeyRequest; readonly answer: Json } | undefined {
    if (event.kind !== 'reply' || event.outcome !== 'ok') return undefined
    const request = this.#asked.get(event.operation)
    if (request === undefined) return undefined
    const answer = JSON.parse(event.body) as Json
    if (request.op === 'put' && answer === UNKNOWN_OUTCOME) return undefined
    return { request, answer }
  }
}

/** A request that a node has taken and not answered. */
export interface OpenRequest {
  readonly event: EventId
  readonly at: Micros
  readonly node: NodeId
  readonly client: NodeId
  readonly request: KeyRequest
}
