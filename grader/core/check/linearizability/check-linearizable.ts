/**
 * Linearizability: every operation seems to take effect at one moment between its call and
 * its return (Herlihy and Wing, Linearizability: a correctness condition for concurrent
 * objects, TOPLAS 1990).
 */
import type { History, Operation } from '../../history/operation.ts'
import type { Anomaly, SearchLimits } from '../history-verdict.ts'
import type { Model } from '../models/model.ts'
import { blame } from './blame.ts'
import { Budget } from './budget.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { type PlacedOperation, withStates } from './legal-order.ts'
import { OrderSearch } from './order-search.ts'
import { type Partition, partitionOf, splitByKey } from './partition.ts'
import { problemWith } from './problem-with.ts'
import { StateSpace } from './state-space.ts'

/** A `HistoryVerdict` that shows its work; `steps` are operations tried in a state. */
export type LinearizabilityVerdict =
  | {
      readonly verdict: 'pass'
      /**
       * Ids in an order that explains every answer. An `info` operation that is not in it
       * need not have happened.
       */
      readonly order: readonly number[]
      readonly steps: number
    }
  | {
      readonly verdict: 'fail'
      readonly anomaly: Anomaly
      /** The object that broke; the empty string when all keys were judged as one. */
      readonly key: string
      /** The legal order of operations on that object that comes furthest. */
      readonly longestOrder: readonly PlacedOperation[]
      /** Ids of the operations that no legal order has a place for. */
      readonly stuck: readonly number[]
      readonly steps: number
    }
  | { readonly verdict: 'unknown'; readonly why: string; readonly steps: number }

/** The partition of one key and its search. */
interface Part {
  readonly key: string
  readonly operations: readonly Operation[]
  readonly partition: Partition
  readonly search: OrderSearch
}

/**
 * Judges a history by a model. Operations that failed are passed over; `info` operations
 * may take effect at any time after their call, or never. A history that is not well formed
 * or has operations that the model does not know is `unknown`.
 */
export function checkLinearizable(
  history: History,
  model: Model,
  limits: SearchLimits,
): LinearizabilityVerdict {
  const problem = problemWith(history, model)
  if (problem !== undefined) return { verdict: 'unknown', why: problem, steps: 0 }
  const budget = new Budget(limits)
  const { failed, found } = searchInTurns(history.operations, model, budget)
  if (failed !== undefined) return explain(failed, model, budget)
  const { why, steps } = budget
  if (why !== undefined) return { verdict: 'unknown', why, steps }
  return { verdict: 'pass', order: mergedOrder(found), steps }
}

/**
 * The partitions take turns: one of them may be too hard to finish while another one is
 * quick to fail. Ends at the first that fails, or when the budget is used up.
 */
function searchInTurns(
  operations: readonly Operation[],
  model: Model,
  budget: Budget,
): { readonly failed: Part | undefined; readonly found: readonly Part[] } {
  const space = new StateSpace(model)
  const found: Part[] = []
  let waiting: Part[] = []
  const takeTurn = (part: Part): boolean => {
    const before = part.search.steps
    const outcome = part.search.run(budget.slice())
    budget.spend(part.search.steps - before)
    if (outcome === 'found') found.push(part)
    if (outcome === 'more') waiting.push(part)
    return outcome !== 'none'
  }
  for (const [key, mine] of splitByKey(operations, model)) {
    const partition = partitionOf(mine, model, space)
    const search = new OrderSearch(partition, model.lookAhead(mine))
    const part = { key, operations: mine, partition, search }
    if (!takeTurn(part)) return { failed: part, found }
    if (budget.why !== undefined) return { failed: undefined, found }
  }
  while (waiting.length > 0) {
    const turn = waiting
    waiting = []
    for (const part of turn) {
      if (!takeTurn(part)) return { failed: part, found }
      if (budget.why !== undefined) return { failed: undefined, found }
    }
  }
  return { failed: undefined, found }
}

function explain(part: Part, model: Model, budget: Budget): LinearizabilityVerdict {
  const { key, operations, partition, search } = part
  const { order, blocked } = blame({ operations, partition, search, model, budget })
  const longestOrder = withStates(order, model)
  const anomaly =
    diagnose(model, { operations, blocked }) ??
    withoutPlace(blocked, { order, longestOrder, model })
  return { verdict: 'fail', anomaly, key, longestOrder, stuck: [blocked.id], steps: budget.steps }
}

/** What is left to say when no few operations tell why. */
function withoutPlace(
  blocked: Operation,
  legal: {
    readonly order: readonly Operation[]
    readonly longestOrder: readonly PlacedOperation[]
    readonly model: Model
  },
): Anomaly {
  const { order, longestOrder, model } = legal
  const said = model.describeOperation(blocked)
  const last = order.at(-1)
  const state = longestOrder.at(-1)?.state
  const kind = 'not-linearizable'
  if (last === undefined || state === undefined) {
    const begins = model.describeState(model.init())
    const message = `${said}, but in the beginning there was ${begins}, and nothing can come before it.`
    return { kind, message, operations: [blocked.id], relations: [] }
  }
  return {
    kind,
    message: `${said}, and no order has a place for that: the longest one that explains what happened until then ends when ${model.describeOperation(last)}, which leaves ${state}.`,
    operations: [last.id, blocked.id],
    relations: [],
  }
}

/**
 * One order of all operations from the orders of the partitions. Each operation takes effect
 * as soon as it was called and the one before it in its partition has taken effect, which is
 * never after its return; so operations of different partitions keep the order of real time.
 */
function mergedOrder(parts: readonly Part[]): readonly number[] {
  const moments: { id: number; at: number; part: number; place: number }[] = []
  for (const [part, { partition, search }] of parts.entries()) {
    let at = -Infinity
    for (const [place, index] of search.order().entries()) {
      const operation = partition.operations[index]
      if (operation === undefined) continue
      at = Math.max(at, operation.call)
      moments.push({ id: operation.id, at, part, place })
    }
  }
  moments.sort((a, b) => a.at - b.at || a.part - b.part || a.place - b.place)
  return moments.map(({ id }) => id)
}
