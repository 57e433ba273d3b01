/**
 * JSON values: when two are the same value, and how one is written. The order of an object's
 * fields does not count: claims compare what different nodes show, and each may have built
 * its objects anew.
 */
import type { Json } from './trace/event.ts'

type Fields = { readonly [name: string]: Json }

/** True when both are the same value. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item: Json, index) => sameJson(item, b[index] as Json))
  }
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  const [left, right] = [a as Fields, b as Fields]
  return names.every(
    (name) => Object.hasOwn(right, name) && sameJson(left[name] as Json, right[name] as Json),
  )
}

/** One text for each value: JSON with the fields of every object in order of their names. */
export function canonicalText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const fields = value as Fields
  const names = Object.keys(fields).sort()
  const parts = names.map(
    (name) => `${JSON.stringify(name)}:${canonicalText(fields[name] as Json)}`,
  )
  return `{${parts.join(',')}}`
}

/** The object's fields, or undefined when it is no object. */
export function jsonFields(value: Json): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Fields
}

const SHOWN_LENGTH_MAX = 60

/** A value as sentences show it: its JSON text, cut when it is long. */
export function printJson(value: Json): string {
  const text = JSON.stringify(value)
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX - 1)}…`
}

/** A text as it is, any other value as JSON: what a person names things by. */
export function nameText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A name as sentences show it: a text as it is, any other value cut when it is long. */
export function printName(value: Json): string {
  return typeof value === 'string' ? value : printJson(value)
}
