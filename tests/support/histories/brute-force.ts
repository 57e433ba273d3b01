/**
 * Judges small histories straight from the definitions: tries every order of every choice of
 * the operations that may have happened. It shares nothing with the checkers: neither models
 * nor pruning, nor the split by key.
 */
import type { History, Json, Operation } from '#core'
import type { Workload } from './workload.ts'

/** True when `first` must come before `second`. */
export type Precedence = (first: Operation, second: Operation) => boolean

/** The order of linearizability (Herlihy and Wing 1990, section 2). */
export const realTime: Precedence = (first, second) =>
  first.return !== null && first.return < second.call

/** The order of sequential consistency: that of each process. */
export const processOrder: Precedence = (first, second) =>
  first.outcome === 'ok' && first.process === second.process && first.id < second.id

/**
 * True when some order explains every answer.
 * @param isRequired which operations must be placed: those that answered, unless told otherwise
 */
export function hasLegalOrder(
  { operations }: History,
  workload: Workload,
  precedes: Precedence,
  isRequired: (operation: Operation) => boolean = ({ outcome }) => outcome === 'ok',
): boolean {
  const candidates = operations.filter(({ outcome }) => outcome !== 'fail')
  const states = new Map<string, Json>()
  const search = (left: readonly Operation[]): boolean => {
    if (!left.some(isRequired)) return true
    return left.some((next) => {
      if (left.some((other) => isRequired(other) && other !== next && precedes(other, next))) {
        return false
      }
      const before = states.get(next.key) ?? workload.initial
      const after = explained(next, before, workload)
      if (after === undefined) return false
      states.set(next.key, after)
      const found = search(left.filter((other) => other !== next))
      states.set(next.key, before)
      return found
    })
  }
  return search(candidates)
}

/** The state after an operation, or undefined when it would have answered something else. */
export function explained(
  operation: Operation,
  state: Json,
  { apply, silent }: Workload,
): Json | undefined {
  const answer = apply(state, operation, operation.process)
  if (answer === undefined) return undefined
  if (operation.outcome === 'info') return answer.state
  if (operation.output === null && silent.includes(operation.f)) return answer.state
  return JSON.stringify(answer.output) === JSON.stringify(operation.output)
    ? answer.state
    : undefined
}

/** True when an order of ids explains every answer it has, has all answers, and keeps `precedes`. */
export function isLegalOrder(
  { operations }: History,
  order: readonly number[],
  workload: Workload,
  precedes: Precedence,
): boolean {
  const placed = order.flatMap((id) => operations[id] ?? [])
  const states = new Map<string, Json>()
  for (const operation of placed) {
    const after = explained(operation, states.get(operation.key) ?? workload.initial, workload)
    if (after === undefined) return false
    states.set(operation.key, after)
  }
  return (
    new Set(order).size === order.length &&
    operations.every(({ outcome, id }) => outcome !== 'ok' || order.includes(id)) &&
    placed.every((second, at) => placed.slice(at + 1).every((first) => !precedes(first, second)))
  )
}
