/** Names as small numbers, for searches that keep what they know of each in arrays. */

/** The number of `name`: those before it in `numbers`, which a new name joins. */
export function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size)
  return numbers.size - 1
}
