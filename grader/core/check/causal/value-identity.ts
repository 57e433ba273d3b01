/**
 * Equality of JSON values as equality of Map keys, so that a read finds its write in one
 * look-up. Numbers, strings, booleans and null are their own identity; lists and records get
 * one token each, whatever the order of their fields.
 */

import { canonicalText } from '../../json.ts'
import type { Json } from '../../trace/event.ts'

/** Two values have one identity exactly when they are equal as JSON. */
export type ValueIdentity = null | boolean | number | string | { readonly text: string }

/** A function from values to their identities; tokens of two such functions never match. */
export function valueIdentities(): (value: Json) => ValueIdentity {
  const tokens = new Map<string, { readonly text: string }>()
  return (value) => {
    if (value === null || typeof value !== 'object') return value
    const text = canonicalText(value)
    const known = tokens.get(text)
    if (known !== undefined) return known
    const token = { text }
    tokens.set(text, token)
    return token
  }
}
