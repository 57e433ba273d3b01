/**
 * Finds the moment at which a history broke: the first return after which no order can
 * explain what had been answered by then.
 *
 * The failed search knows how far its best attempt came. But where the model looked ahead,
 * attempts may have been given up because of still later answers; then the history up to the suspected
 * moment is judged by itself, and later moments are tried by bisection while it passes.
 */
import { present } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import type { Model } from '../models/model.ts'
import type { Budget } from './budget.ts'
import { withoutIdleEnd } from './legal-order.ts'
import { OrderSearch } from './order-search.ts'
import { type Partition, partitionOf, returnOf } from './partition.ts'
import { StateSpace } from './state-space.ts'

interface FailedSearch {
  /** Of one partition, in order of their calls. */
  readonly operations: readonly Operation[]
  readonly partition: Partition
  readonly search: OrderSearch
  readonly model: Model
  readonly budget: Budget
}

export interface Blame {
  /** The longest legal order that is known. */
  readonly order: readonly Operation[]
  /** The operation whose answer no order can explain. */
  readonly blocked: Operation
}

/** Spends from the budget; when that is used up, the answer may blame a later operation. */
export function blame({ operations, partition, search, model, budget }: FailedSearch): Blame {
  const furthest = search.furthest()
  const returned = partition.operations
    .slice(0, partition.required)
    .sort((a, b) => returnOf(a) - returnOf(b) || a.id - b.id)
  let order = withoutIdleEnd(furthest.order.map((index) => operationAt(partition, index)))
  const suspect = operationAt(partition, furthest.blocked)
  if (!search.lookedTooFar()) return { order, blocked: suspect }
  // All operations that return before `low` have a legal order; up to `high` they have none.
  let low = returned.indexOf(suspect)
  let high = returned.length - 1
  let probe = low
  while (low < high) {
    const last = present(returned[probe], 'the probe lies among the returns')
    const legal = legalOrder(historyUntil(operations, last), model, budget)
    if (legal === 'gave-up') break
    if (legal === undefined) high = probe
    else {
      order = [...legal]
      low = probe + 1
    }
    // The first suspicion is nearly always right; after that, halve.
    probe = Math.floor((low + high) / 2)
  }
  return { order, blocked: present(returned[high], 'what failed has returns') }
}

/**
 * The history up to the return of `last`. What was still under way then keeps its answer, but
 * need not have happened yet: it has no return.
 */
function historyUntil(operations: readonly Operation[], last: Operation): readonly Operation[] {
  const end = returnOf(last)
  return operations
    .filter(({ call }) => call <= end)
    .map((operation) => {
      if (operation.outcome !== 'ok') return operation
      const at = returnOf(operation)
      if (at < end || (at === end && operation.id <= last.id)) return operation
      return { ...operation, return: null }
    })
}

/** A legal order, undefined when there is none. */
function legalOrder(
  operations: readonly Operation[],
  model: Model,
  budget: Budget,
): readonly Operation[] | undefined | 'gave-up' {
  const partition = partitionOf(operations, model, new StateSpace(model))
  const search = new OrderSearch(partition, model.lookAhead(operations))
  while (budget.why === undefined) {
    const before = search.steps
    const outcome = search.run(budget.slice())
    budget.spend(search.steps - before)
    if (outcome === 'none') return undefined
    if (outcome === 'found') return search.order().map((index) => operationAt(partition, index))
  }
  return 'gave-up'
}

function operationAt({ operations }: Partition, index: number): Operation {
  return present(operations[index], 'orders hold numbers of operations')
}
