/**
 * What the completions of a recording mean. Jepsen's tests agree on the notation and not on
 * the meaning: whoever reads a history must know whose it is.
 */
import { sameJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { Outcome } from '../operation.ts'

export interface Dialect {
  /**
   * What `:fail :cas` says: only that it did not happen, or that it ran and found another
   * value than the one it expected, which is an observation like that of a read.
   */
  readonly failedCas: 'did-not-happen' | 'saw-another-value'
  /** What `:ok :read nil` says: that nothing was there, or nothing at all. */
  readonly nilRead: 'value' | 'unknown'
}

export type DialectId = 'jepsen' | 'etcd' | 'knossos'

/**
 * - `jepsen`: `:fail` did not happen, nil is a value. The rule of Jepsen's documentation.
 * - `etcd`: the logs of Jepsen's etcd test as Porcupine reads them.
 * - `knossos`: the histories in the repository of Knossos, where a read of nil says nothing.
 */
export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  jepsen: { failedCas: 'did-not-happen', nilRead: 'value' },
  etcd: { failedCas: 'saw-another-value', nilRead: 'value' },
  knossos: { failedCas: 'did-not-happen', nilRead: 'unknown' },
}

/** How a call ended, as it was recorded. */
export interface Completion {
  readonly type: Outcome
  readonly value: Json
  /** The field `output`, which leaves nothing to be guessed; only Netsplit writes it. */
  readonly output: Json | undefined
  /** Something went wrong: a timeout, a refused connection. */
  readonly hasError: boolean
}

export interface Meaning {
  readonly outcome: Outcome
  readonly output: Json
}

const UNKNOWN: Meaning = { outcome: 'info', output: null }
const NOT_HAPPENED: Meaning = { outcome: 'fail', output: null }

/** Their completion brings what was asked for, even when it equals what was given. */
const ANSWERING: ReadonlySet<string> = new Set(['read', 'get', 'txn', 'dequeue', 'contains'])

/** What a client learnt from this completion; `undefined`: the call never returned. */
export function meaningOf(
  f: string,
  input: Json,
  completion: Completion | undefined,
  dialect: Dialect,
): Meaning {
  if (completion === undefined || completion.type === 'info') return UNKNOWN
  const { type, value, output, hasError } = completion
  if (output !== undefined) return { outcome: 'ok', output }
  if (type === 'fail') {
    // A compare-and-set that timed out before it was sent saw nothing.
    const hasSeen = dialect.failedCas === 'saw-another-value' && !hasError && Array.isArray(value)
    return f === 'cas' && hasSeen ? { outcome: 'ok', output: false } : NOT_HAPPENED
  }
  if (f === 'cas') return { outcome: 'ok', output: typeof value === 'boolean' ? value : true }
  if (f === 'read' && value === null && dialect.nilRead === 'unknown') return UNKNOWN
  const isEcho = !ANSWERING.has(f) && input !== null && sameJson(input, value)
  return { outcome: 'ok', output: isEcho ? null : value }
}
