/**
 * What replicas show of their copies: the watched field `copies` of the labs about quorums, by
 * key `{ value, version }`. A version is a number (or a time) and the name of its writer, which
 * breaks ties (Attiya, Bar-Noy, Dolev 1995; Lynch and Shvartsman 1997, section 3).
 */
import { canonicalText, jsonFields } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { NodeView } from '../../trace/world-view.ts'

/** The watched field. */
const FIELD = 'copies'

export interface Version {
  readonly number: number
  readonly writer: string
}

export interface ShownCopy {
  readonly value: Json
  readonly version: Version
}

/** A node that is down, or has not shown anything since it started, may hold whatever it held. */
export type Shown = 'nothing yet' | ReadonlyMap<string, ShownCopy>

/** The copies that a node shows; what is no copy is left out. */
export function copiesOf(node: NodeView): Shown {
  const field = node.isUp ? node.fields.get(FIELD) : undefined
  return field === undefined ? 'nothing yet' : copiesIn(field)
}

/** The copies in the value of the watched field. */
export function copiesIn(field: Json): ReadonlyMap<string, ShownCopy> {
  const copies = new Map<string, ShownCopy>()
  for (const [key, copy] of Object.entries(jsonFields(field) ?? {})) {
    const { value, version } = jsonFields(copy) ?? {}
    const parsed = versionIn(version)
    if (value !== undefined && parsed !== undefined) copies.set(key, { value, version: parsed })
  }
  return copies
}

/** True for an `observe` that shows copies. */
export function showsCopies(fields: { readonly [name: string]: Json }): boolean {
  return FIELD in fields
}

function versionIn(json: Json | undefined): Version | undefined {
  const { number, time, writer } = jsonFields(json ?? null) ?? {}
  const count = number ?? time
  if (typeof count !== 'number' || typeof writer !== 'string') return undefined
  return { number: count, writer }
}

/** True when `version` is as new as the other, or newer. */
export function isAsNew(version: Version, other: Version): boolean {
  if (version.number !== other.number) return version.number > other.number
  return version.writer >= other.writer
}

/** `5 of n1`, as sentences name a version. */
export function printVersion({ number, writer }: Version): string {
  return `${number} of ${writer === '' ? 'nobody' : writer}`
}

/** Names a value of a key in a table. */
export function entryName(key: string, value: Json): string {
  return canonicalText([key, value])
}
