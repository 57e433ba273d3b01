/** Fencing tokens: they grow, and a resource refuses those that are out of date. */

import { jsonFields, nameText } from '../../json.ts'
import type { ClientId, EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { type LockOperations, LockReader, lockName, tokenIn } from './lock-requests.ts'

interface Granted {
  readonly token: number
  readonly client: ClientId
  readonly event: EventId
}

/**
 * A lock service gives out "a number that increases every time a client acquires the lock"
 * (Kleppmann 2016). Tokens of two grants may be compared when one was over before the
 * other was asked for; and no two grants share a token.
 */
export function tokensGrow(operations: LockOperations = {}): Claim {
  return {
    id: 'tokens-grow',
    sentence: 'Each grant of a lock carries a larger token than all grants before it.',
    source: 'Kleppmann 2016, How to do distributed locking (Making the lock safe with fencing)',
    ask: 'Where is the last token kept, and what happens to it when that node fails?',
    monitor() {
      const reader = new LockReader(operations)
      /** The largest token of each lock so far, and at the time of each request. */
      const largest = new Map<string, Granted>()
      const atRequest = new Map<OperationId, Granted>()
      const byToken = new Map<string, Granted>()
      return {
        kinds: ['invoke', 'complete'],
        onEvent(event) {
          const step = reader.read(event)
          if (step === undefined) return undefined
          const { lock, client, token } = step
          const known = largest.get(lock)
          if (step.kind === 'asked' && known !== undefined) atRequest.set(step.operation, known)
          if (token === undefined) return undefined
          const granted = { token, client, event: event.id }
          const key = `${token} ${lock}`
          const twin = byToken.get(key)
          const before = atRequest.get(step.operation)
          byToken.set(key, granted)
          if (known === undefined || token > known.token) largest.set(lock, granted)
          const rival = twin ?? (before !== undefined && before.token > token ? before : undefined)
          if (rival === undefined) return undefined
          return {
            event: event.id,
            message:
              `${client} was given ${lockName(lock)} with token ${token}, after ` +
              `${rival.client === client ? 'it' : rival.client} had it with token ${rival.token}.`,
            related: [rival.event],
            nodes: [...new Set([rival.client, client])],
          } satisfies Violation
        },
      }
    },
  }
}

/** A use of a resource, with the token that its user holds. */
export interface FencedUse {
  readonly token: number
  /** Which resource; the empty string when there is but one. */
  readonly resource: string
}

/** By default `{ token, resource? }`, in requests and in applied values alike. */
function fencedUse(value: Json): FencedUse | undefined {
  const token = typeof value === 'number' ? undefined : tokenIn(value)
  if (token === undefined) return undefined
  const { resource = '' } = jsonFields(value) ?? {}
  return { token, resource: nameText(resource) }
}

export interface FencingOptions {
  readonly use?: (value: Json) => FencedUse | undefined
}

interface Accepted {
  readonly token: number
  readonly event: EventId
}

/**
 * "The storage server remembers that it has already processed a write with a higher token
 * number, and so it rejects the request" (Kleppmann 2016). A node accepts a use when it
 * applies it (`deliver`), or when it answers `ok`. Answers may leave in another order than
 * the uses were made, so an answer is judged by what the node had accepted before the
 * request reached it. A crash excuses nothing: the token must be durable.
 */
export function fencing({ use = fencedUse }: FencingOptions = {}): Claim {
  return {
    id: 'fencing',
    sentence: 'A resource that has accepted a token refuses every smaller one.',
    source: 'Kleppmann 2016, How to do distributed locking (Making the lock safe with fencing)',
    ask: 'What does the resource compare before it lets a client write, and what does it remember?',
    monitor() {
      const resource = new Resources(use)
      return {
        kinds: ['invoke', 'request', 'apply', 'reply'],
        onEvent(event) {
          const late = resource.look(event)
          if (late === undefined) return undefined
          const { node, token, newer } = late
          return {
            event: event.id,
            message: `${node} accepted token ${token} after it had accepted token ${newer.token}.`,
            related: [newer.event],
            nodes: [node],
          } satisfies Violation
        },
      }
    },
  }
}

/** The largest token that each node accepted for each resource. */
class Resources {
  readonly #use: (value: Json) => FencedUse | undefined
  readonly #largest = new Map<string, Accepted>()
  readonly #uses = new Map<OperationId, FencedUse>()
  /** What the node had accepted when the request first reached it. */
  readonly #before = new Map<string, Accepted | undefined>()

  constructor(use: (value: Json) => FencedUse | undefined) {
    this.#use = use
  }

  look(event: TraceEvent) {
    switch (event.kind) {
      case 'invoke': {
        const use = this.#use(JSON.parse(event.body) as Json)
        if (use !== undefined) this.#uses.set(event.operation, use)
        return undefined
      }
      case 'request': {
        const use = this.#uses.get(event.operation)
        const key = `${event.operation} ${event.node}`
        if (use === undefined || this.#before.has(key)) return undefined
        this.#before.set(key, this.#largest.get(`${event.node} ${use.resource}`))
        return undefined
      }
      case 'apply': {
        const use = this.#use(JSON.parse(event.value) as Json)
        if (use === undefined) return undefined
        return this.#accept(
          event.node,
          use,
          event.id,
          this.#largest.get(`${event.node} ${use.resource}`),
        )
      }
      case 'reply': {
        const use = this.#uses.get(event.operation)
        if (use === undefined || event.outcome !== 'ok') return undefined
        return this.#accept(
          event.node,
          use,
          event.id,
          this.#before.get(`${event.operation} ${event.node}`),
        )
      }
      default:
        return undefined
    }
  }

  /** Accepts a use; says which newer token should have kept the node from it. */
  #accept(
    node: NodeId,
    { token, resource }: FencedUse,
    event: EventId,
    newer: Accepted | undefined,
  ) {
    const key = `${node} ${resource}`
    const largest = this.#largest.get(key)
    if (largest === undefined || token > largest.token) this.#largest.set(key, { token, event })
    return newer !== undefined && newer.token > token ? { node, token, newer } : undefined
  }
}
