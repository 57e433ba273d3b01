/**
 * Values of EDN, the notation in which Jepsen writes its histories. Only what histories
 * need is told apart: sets and lists are arrays, and a tag leaves the value that it marks.
 * Source: the EDN specification, github.com/edn-format/edn.
 */
import type { Json } from '../../trace/event.ts'

/** A name such as `:invoke`, without its colon. */
export interface EdnKeyword {
  readonly keyword: string
}

/** By the text of the key: `:process` and `"process"` are both `process`. */
export type EdnMap = ReadonlyMap<string, EdnValue>

/** Symbols and integers too large to be exact are strings. */
export type EdnValue = null | boolean | number | string | EdnKeyword | readonly EdnValue[] | EdnMap

export function isEdnMap(value: EdnValue | undefined): value is EdnMap {
  return value instanceof Map
}

export function isEdnKeyword(value: EdnValue | undefined): value is EdnKeyword {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    'keyword' in value
  )
}

/** As JSON; a keyword becomes its name. */
export function ednToJson(value: EdnValue): Json {
  if (value === null || typeof value !== 'object') return value
  if (isEdnKeyword(value)) return value.keyword
  if (isEdnMap(value)) {
    // Makes a plain property of every key, `__proto__` included.
    return Object.fromEntries([...value].map(([key, inner]) => [key, ednToJson(inner)]))
  }
  return value.map(ednToJson)
}

/** One word for people: what kind of thing this is, with its text where it is short. */
export function describeEdn(value: EdnValue): string {
  if (value === null) return 'nil'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  if (isEdnKeyword(value)) return `:${value.keyword}`
  return isEdnMap(value) ? 'a map' : 'a vector'
}
