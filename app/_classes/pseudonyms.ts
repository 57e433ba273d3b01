/** Names for a screen that a whole room sees: they say who is the same, and not who it is. */

/**
 * A number for each of these ids. It follows from all of them together, so that whoever knows
 * the order of the roster does not know the numbers.
 */
export function pseudonyms(ids: readonly string[]): ReadonlyMap<string, string> {
  const mixed = [...new Set(ids)].map((id) => ({ id, rank: mix(id) }))
  mixed.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  return new Map(mixed.map(({ id }, index) => [id, `Learner ${index + 1}`]))
}

/** FNV-1a over UTF-16 units, 32 bits: any order that looks like none will do. */
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}
