/**
 * The checker that the lesson builds: is a history of one register linearizable? It tries to place
 * one operation after the other, and goes back when that leads nowhere (Wing and Gong 1993); with
 * `remembers` it never tries twice from the same situation (Lowe 2017). For a handful of operations.
 */

export interface Operation {
  readonly kind: 'read' | 'write'
  /** What was written, or what was read. */
  readonly value: number
  readonly from: number
  /** Null: nobody ever heard what came of it. */
  readonly to: number | null
}

export interface Search {
  readonly isLinearizable: boolean
  /** How many situations the search looked at. */
  readonly tried: number
}

/** @param remembers whether situations that led nowhere are kept and not tried again */
export function check(
  operations: readonly Operation[],
  { initial, remembers }: { readonly initial: number; readonly remembers: boolean },
): Search {
  const hopeless = new Set<string>()
  let tried = 0

  function canPlace(left: readonly Operation[], value: number): boolean {
    if (left.every(({ to }) => to === null)) return true
    const situation = `${left.map((each) => operations.indexOf(each)).join(' ')}: ${value}`
    if (hopeless.has(situation)) return false
    tried += 1
    const found = left.some((next) => {
      if (left.some(({ to }) => to !== null && to < next.from)) return false
      if (next.kind === 'read' && next.value !== value) return false
      const rest = left.filter((other) => other !== next)
      return canPlace(rest, next.kind === 'write' ? next.value : value)
    })
    if (remembers && !found) hopeless.add(situation)
    return found
  }

  const isLinearizable = canPlace(operations, initial)
  return { isLinearizable, tried }
}
