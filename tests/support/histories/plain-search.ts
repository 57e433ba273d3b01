/**
 * Judges histories of some dozens of operations by the plain algorithm of Wing and Gong with
 * Lowe's memory of what was tried: what is left, and the state. It has none of the checker's
 * further rules, and shares no code with it.
 */
import type { History, Json, Operation } from '#core'
import { explained } from './brute-force.ts'
import type { Workload } from './workload.ts'

/** How much it remembers before it gives up. */
const CONFIGURATIONS_MAX = 10_000

/** Whether a history on one key is linearizable; undefined when that is too much to find out. */
export function isPlainlyLinearizable(
  { operations }: History,
  workload: Workload,
): boolean | undefined {
  const tried = new Set<string>()
  const search = (left: readonly Operation[], state: Json): boolean => {
    const required = left.filter(({ outcome }) => outcome === 'ok')
    if (required.length === 0) return true
    const configuration = `${left.map(({ id }) => id).join(' ')} ${JSON.stringify(state)}`
    if (tried.has(configuration) || tried.size === CONFIGURATIONS_MAX) return false
    tried.add(configuration)
    const deadline = Math.min(...required.map(({ return: end }) => end ?? Infinity))
    return left.some((next) => {
      if (next.call > deadline) return false
      const after = explained(next, state, workload)
      return (
        after !== undefined &&
        search(
          left.filter((each) => each !== next),
          after,
        )
      )
    })
  }
  const candidates = operations.filter(({ outcome }) => outcome !== 'fail')
  const isFound = search(candidates, workload.initial)
  return !isFound && tried.size === CONFIGURATIONS_MAX ? undefined : isFound
}
