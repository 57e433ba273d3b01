/** JSON values as models store and show them. */

import { canonicalText } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { StateKey } from './model.ts'

/** Longest text of a value in a sentence. */
const SHOWN_LENGTH_MAX = 60

/**
 * A key for a `Map`. Numbers and strings stand for themselves, which keeps long histories
 * of them fast; a text that could be taken for that of a structure is marked.
 */
export function valueKey(value: Json): StateKey {
  if (typeof value === 'string') return value.startsWith('\u0000') ? `\u0000"${value}` : value
  if (typeof value !== 'object' || value === null) return value
  return `\u0000${canonicalText(value)}`
}

/**
 * As JSON, cut when it is long. States of long histories are large and many: what would be
 * cut away is not turned into text first.
 */
export function showValue(value: Json): string {
  const text = JSON.stringify(beginningOf(value))
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX - 1)}…`
}

function beginningOf(value: Json): Json {
  if (typeof value === 'string' || isList(value)) return value.slice(0, SHOWN_LENGTH_MAX)
  return value
}

/** `Array.isArray` does not narrow readonly lists. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
