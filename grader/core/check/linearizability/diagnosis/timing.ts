/** Which of two operations came first in real time, as diagnoses ask for it. */
import type { Operation } from '../../../history/operation.ts'
import type { Relation } from '../../history-verdict.ts'

/** True when the first had returned before the second was called. */
export function isBefore(first: Operation, second: Operation): boolean {
  return first.return !== null && first.return < second.call
}

/** True when the first may have taken effect before the second returned. */
export function mayComeBefore(first: Operation, second: Operation): boolean {
  return second.return === null || first.call <= second.return
}

/** Ties each operation to the next one by real time. */
export function inRealTime(...operations: readonly Operation[]): readonly Relation[] {
  return operations.slice(1).map((to, index) => ({
    from: (operations[index] as Operation).id,
    to: to.id,
    kind: 'real-time',
  }))
}

/** The one whose call comes last; undefined when there is none. */
export function latest(operations: readonly Operation[]): Operation | undefined {
  return operations.reduce<Operation | undefined>(
    (last, each) => (last === undefined || each.call > last.call ? each : last),
    undefined,
  )
}
