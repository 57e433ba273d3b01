/** Reads what clients ask of a lock service, and what came back. */

import { jsonFields, nameText } from '../../json.ts'
import type { ClientId, EventId, Json, OperationId, TraceEvent } from '../../trace/event.ts'

/** What an operation asks for. */
export interface LockRequest {
  readonly kind: 'acquire' | 'release'
  /** Which lock; the empty string when there is but one. */
  readonly lock: string
}

/** How a lab writes its operations, for labs that differ from the default. */
export interface LockOperations {
  /** By default `{ kind: 'acquire' | 'release', lock? }`. */
  readonly request?: (body: Json) => LockRequest | undefined
  /** Whether the answer `ok` gives the lock; by default every result but `false`. */
  readonly isGranted?: (result: Json) => boolean
  /** The fencing token in an answer; by default its field `token`, or a bare number. */
  readonly token?: (result: Json) => number | undefined
}

/** A client that was given a lock, or gives it back. */
export interface LockStep {
  readonly kind: 'asked' | 'granted' | 'releases'
  readonly client: ClientId
  readonly lock: string
  readonly operation: OperationId
  readonly event: EventId
  /** The token that came with it, when `kind` is `granted`. */
  readonly token: number | undefined
}

/** Reads the steps of one run; each monitor has its own. */
export class LockReader {
  readonly #operations: Required<LockOperations>
  readonly #requests = new Map<OperationId, LockRequest>()

  constructor(operations: LockOperations) {
    this.#operations = {
      request: operations.request ?? lockRequest,
      isGranted: operations.isGranted ?? ((result) => result !== false),
      token: operations.token ?? tokenIn,
    }
  }

  read(event: TraceEvent): LockStep | undefined {
    if (event.kind === 'invoke') {
      const request = this.#operations.request(JSON.parse(event.body) as Json)
      if (request === undefined) return undefined
      this.#requests.set(event.operation, request)
      const kind = request.kind === 'release' ? 'releases' : 'asked'
      return step(kind, event, request.lock, undefined)
    }
    if (event.kind !== 'complete' || event.outcome !== 'ok') return undefined
    const request = this.#requests.get(event.operation)
    const result = JSON.parse(event.body) as Json
    if (request?.kind !== 'acquire' || !this.#operations.isGranted(result)) return undefined
    return step('granted', event, request.lock, this.#operations.token(result))
  }
}

function step(
  kind: LockStep['kind'],
  { client, operation, id: event }: TraceEvent & { readonly kind: 'invoke' | 'complete' },
  lock: string,
  token: number | undefined,
): LockStep {
  return { kind, client, lock, operation, event, token }
}

/** `{ kind: 'acquire', lock: 'a' }`; the lock may be left out. */
function lockRequest(body: Json): LockRequest | undefined {
  const { kind, lock = '' } = jsonFields(body) ?? {}
  if (kind !== 'acquire' && kind !== 'release') return undefined
  return { kind, lock: nameText(lock) }
}

/** `33` or `{ token: 33 }`. */
export function tokenIn(value: Json): number | undefined {
  const token = typeof value === 'number' ? value : jsonFields(value)?.token
  return typeof token === 'number' && Number.isSafeInteger(token) ? token : undefined
}

/** The lock as sentences name it. */
export function lockName(lock: string): string {
  return lock === '' ? 'the lock' : `lock ${lock}`
}
