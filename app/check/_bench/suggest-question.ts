/**
 * Guesses from the operations of a history what kind of object they act on, and what it held
 * at first, so that a reader mostly has only to press the button. Both can be changed.
 */
import { findModel, type History, type Json, type Operation } from '#core'

export interface Suggestion {
  /** Id of a model of core, or `transactions`. */
  readonly model: string
  readonly initial: Json
}

/** Models of objects that hold one value, which may be any. */
const ONE_VALUE: ReadonlySet<string> = new Set(['register', 'cas-register', 'kv'])

/** Values that systems commonly begin with, in the order in which to try them. */
const COMMON_INITIALS: readonly Json[] = [null, 0, '']

/** The question that fits the names and answers of these operations. */
export function suggestQuestion({ operations }: History): Suggestion {
  const model = suggestModel(operations)
  return { model, initial: suggestInitial(model, operations) }
}

function suggestModel(operations: readonly Operation[]): string {
  const names = new Set(operations.map(({ f }) => f))
  const hasAny = (...wanted: readonly string[]) => wanted.some((name) => names.has(name))
  if (hasAny('txn')) return 'transactions'
  if (hasAny('enqueue', 'dequeue')) return 'queue'
  if (hasAny('acquire', 'release', 'try-acquire')) return 'lock'
  if (hasAny('contains', 'remove')) return 'set'
  const readsLists = operations.some(({ f, output }) => f === 'read' && Array.isArray(output))
  if (hasAny('add')) return readsLists ? 'set' : 'counter'
  if (hasAny('increment', 'decrement')) return 'counter'
  const addsText = operations.some(({ f, input }) => f === 'append' && typeof input === 'string')
  if (hasAny('append') && (readsLists || !addsText)) return 'log'
  if (hasAny('get', 'put', 'append')) return 'kv'
  return hasAny('cas') ? 'cas-register' : 'register'
}

function suggestInitial(model: string, operations: readonly Operation[]): Json {
  const usual = findModel(model)?.initDefault ?? null
  if (!ONE_VALUE.has(model)) return usual
  // A value that was read and never written was there before.
  const written = new Set(operations.flatMap(writtenBy).map((value) => JSON.stringify(value)))
  const read = new Set(
    operations
      .filter(({ f, outcome }) => (f === 'read' || f === 'get') && outcome === 'ok')
      .map(({ output }) => JSON.stringify(output)),
  )
  const found = COMMON_INITIALS.find((value) => {
    const text = JSON.stringify(value)
    return read.has(text) && !written.has(text)
  })
  return found ?? (operations.some(({ f }) => f === 'append') ? '' : usual)
}

function writtenBy({ f, input }: Operation): readonly Json[] {
  if (f === 'cas' && Array.isArray(input)) return [(input[1] as Json | undefined) ?? null]
  return f === 'write' || f === 'put' ? [input] : []
}
