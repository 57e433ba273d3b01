/** Renames nodes in what they remember, send and store: what symmetry reduction asks for. */
import type { Renamer, Renaming } from '#core'
import { writePlain } from './plain-data.ts'
import { readPlain } from './read-plain.ts'

/**
 * Renames every text, key and member that is exactly the name of a node, and names of nodes
 * that stand alone in names of timers and keys on disk (`heartbeat n2`, `vote:n2`).
 */
export const nodeRenamer: Renamer = {
  memory: (text, renaming) =>
    writePlain(renamed(readPlain(text), renaming) as { readonly [name: string]: unknown }),
  json: (text, renaming) => JSON.stringify(renamed(JSON.parse(text), renaming)),
  name: (text, renaming) =>
    text.replaceAll(/[A-Za-z0-9_-]+/g, (word) => renaming.get(word) ?? word),
}

function renamed(value: unknown, renaming: Renaming): unknown {
  if (typeof value === 'string') return renaming.get(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => renamed(part, renaming))
  if (value instanceof Set) return new Set([...value].map((part) => renamed(part, renaming)))
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, part]) => [renamed(key, renaming), renamed(part, renaming)]),
    )
  }
  const entries = Object.entries(value).map(([key, part]) => [
    renaming.get(key) ?? key,
    renamed(part, renaming),
  ])
  return Object.setPrototypeOf(Object.fromEntries(entries), Object.getPrototypeOf(value) as object)
}
