/**
 * Keys that a recording packs into its values: Jepsen's `independent` tests write `[k v]`
 * where others write `v`.
 */
import { nameText } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import { HistoryFormatError, shortened } from './format-error.ts'

/**
 * Where the keys are: in a field `key` (or nowhere), in the first half of each value, or as
 * the history itself shows.
 */
export type Keying = 'auto' | 'fields' | 'tuples'

interface Call {
  readonly f: string
  readonly key: string | undefined
  readonly value: Json
}

/** What asks for something without giving anything; in a tuple it asks `[k nil]`. */
const ASKING: ReadonlySet<string> = new Set(['read', 'get', 'dequeue'])

/** Whether every call has a pair, and one that gives nothing has still a key. */
export function isTupleHistory(calls: readonly Call[]): boolean {
  return (
    calls.every(({ key, value }) => key === undefined && isPair(value)) &&
    calls.some(({ f, value }) => ASKING.has(f) && isPair(value) && value[1] === null)
  )
}

/**
 * Takes a pair apart.
 * @throws HistoryFormatError when it is none; `place` is where it stands
 */
export function pairOf(
  value: Json,
  place: { readonly line: number; readonly column: number },
): { readonly key: string; readonly value: Json } {
  // Keys are text; `5` and `"5"` are the same key.
  if (isPair(value)) return { key: nameText(value[0]), value: value[1] }
  throw new HistoryFormatError({
    line: place.line,
    column: place.column,
    found: `the value ${shortened(JSON.stringify(value))}`,
    expected: 'a pair [key value], because keys are to be read from the values',
  })
}

function isPair(value: Json): value is readonly [Json, Json] {
  return Array.isArray(value) && value.length === 2
}
