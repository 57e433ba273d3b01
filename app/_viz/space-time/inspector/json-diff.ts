/**
 * A JSON value as a tree, with what is different from an earlier value: each branch says
 * whether it is new, gone, changed or as before. Nothing here is drawn.
 */
import type { Json } from '#core'

export type Change = 'added' | 'removed' | 'changed' | 'same'

export interface Branch {
  /** Name of a field or index in a list. */
  readonly name: string
  readonly change: Change
  /** As it is now; as it was, when it is gone. */
  readonly value: Json
  /** As it was, for a leaf that changed. */
  readonly before: Json | undefined
  /** Empty for a leaf. */
  readonly branches: readonly Branch[]
}

/** @param before undefined when there was none */
export function diffJson(name: string, before: Json | undefined, value: Json | undefined): Branch {
  if (value === undefined) return wholly(name, before ?? null, 'removed')
  if (before === undefined) return wholly(name, value, 'added')
  if (!isTree(before) || !isTree(value) || Array.isArray(before) !== Array.isArray(value)) {
    const isSame = JSON.stringify(before) === JSON.stringify(value)
    return {
      ...wholly(name, value, 'same'),
      change: isSame ? 'same' : 'changed',
      before: isSame ? undefined : before,
    }
  }
  const [old, now] = [entriesOf(before), entriesOf(value)]
  const branches = [...new Set([...now.keys(), ...old.keys()])].map((key) =>
    diffJson(key, old.get(key), now.get(key)),
  )
  const isSame = branches.every(({ change }) => change === 'same')
  return { name, value, before: undefined, branches, change: isSame ? 'same' : 'changed' }
}

function wholly(name: string, value: Json, change: Change): Branch {
  const branches = isTree(value)
    ? [...entriesOf(value)].map(([key, part]) => wholly(key, part, change))
    : []
  return { name, value, change, before: undefined, branches }
}

function isTree(value: Json): value is readonly Json[] | { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null
}

function entriesOf(tree: readonly Json[] | { readonly [key: string]: Json }): Map<string, Json> {
  return new Map(Object.entries(tree))
}

/** A value in one short line: `{role, term, …}`, `[12 items]`, `"n2"`. */
export function summarizeJson(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${countText(value.length)}]`
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value)
    return names.length === 0
      ? '{}'
      : `{${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}}`
  }
  return JSON.stringify(value)
}

function countText(count: number): string {
  return count === 1 ? '1 item' : `${count} items`
}
