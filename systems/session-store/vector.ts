/** Version vectors: how many writes of each replica somebody has. A missing entry is 0. */

export type Vector = Readonly<Record<string, number>>

/** True when `have` holds all that `needs` names. */
export function atLeast(have: Vector, needs: Vector): boolean {
  return Object.entries(needs).every(([node, number]) => (have[node] ?? 0) >= number)
}

/** All that either of the two holds. */
export function merged(a: Vector, b: Vector): Vector {
  const both: Record<string, number> = { ...a }
  for (const [node, number] of Object.entries(b)) both[node] = Math.max(number, both[node] ?? 0)
  return both
}
