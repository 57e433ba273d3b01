/**
 * Sequential consistency: all operations seem to happen in one order, which keeps the order
 * of each process but not that of real time (Lamport, How to make a multiprocessor computer
 * that correctly executes multiprocess programs, 1979).
 */
import type { History, Operation } from '../../history/operation.ts'
import type { Anomaly, HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import { Budget } from '../linearizability/budget.ts'
import { checkLinearizable } from '../linearizability/check-linearizable.ts'
import { diagnose } from '../linearizability/diagnosis/diagnose.ts'
import { type PlacedOperation, withoutIdleEnd, withStates } from '../linearizability/legal-order.ts'
import { splitByKey } from '../linearizability/partition.ts'
import { problemWith } from '../linearizability/problem-with.ts'
import { StateSpace } from '../linearizability/state-space.ts'
import type { Model } from '../models/model.ts'
import { SessionSearch } from './session-search.ts'
import { nextOf, type Sessions, sessionsOf } from './sessions.ts'

/** A `HistoryVerdict` that shows its work; `steps` are operations tried in a state. */
export type SequentialVerdict =
  | {
      readonly verdict: 'pass'
      /** Ids in an order that keeps each process' order and explains every answer. */
      readonly order: readonly number[]
      readonly steps: number
    }
  | {
      readonly verdict: 'fail'
      readonly anomaly: Anomaly
      /** The legal order that places the most; empty when another checker refuted the history. */
      readonly longestOrder: readonly PlacedOperation[]
      /** Ids of the operations that come next, one for each process: none of them can. */
      readonly stuck: readonly number[]
      readonly steps: number
    }
  | { readonly verdict: 'unknown'; readonly why: string; readonly steps: number }

export interface SequentialOptions {
  /**
   * A cheaper checker of a weaker level: whatever fails it is not sequentially consistent.
   * Causal convergence is one.
   */
  readonly refute?: (history: History) => HistoryVerdict
}

/** One of this many parts of the steps goes to the search for a linearization. */
const LINEARIZATION_SHARE = 4
/** How many operations a sentence lists. */
const LISTED_MAX = 4

/**
 * Judges a history by a model. The cheap answers come first: what is linearizable is
 * sequentially consistent; what `refute` fails, or is wrong with one object alone, is not.
 * Only then comes the search, which may well end with `unknown` on long histories.
 */
export function checkSequential(
  history: History,
  model: Model,
  limits: SearchLimits,
  { refute }: SequentialOptions = {},
): SequentialVerdict {
  const problem = problemWith(history, model)
  if (problem !== undefined) return { verdict: 'unknown', why: problem, steps: 0 }
  const budget = new Budget(limits)
  const linearized = checkLinearizable(history, model, {
    ...limits,
    stepsMax: Math.floor(limits.stepsMax / LINEARIZATION_SHARE),
  })
  if (linearized.verdict === 'pass') return linearized
  budget.spend(linearized.steps)
  const refuted = refute?.(history)
  if (refuted?.verdict === 'fail') {
    const { anomaly } = refuted
    return { verdict: 'fail', anomaly, longestOrder: [], stuck: [], steps: budget.steps }
  }
  return search(history.operations, model, budget)
}

function search(operations: readonly Operation[], model: Model, budget: Budget): SequentialVerdict {
  const parts = [...splitByKey(operations, model).values()]
  const all = operations.filter(({ outcome }) => outcome !== 'fail')
  // One object alone is easier to judge and to tell of; the whole history has the last word.
  const whole = laneOf(all, model)
  let lanes = [...(parts.length > 1 ? parts.map((each) => laneOf(each, model)) : []), whole]
  for (;;) {
    const turn = lanes
    lanes = []
    for (const lane of turn) {
      if (budget.why !== undefined) {
        return { verdict: 'unknown', why: budget.why, steps: budget.steps }
      }
      const before = lane.search.steps
      const outcome = lane.search.run(budget.slice())
      budget.spend(lane.search.steps - before)
      if (outcome === 'none') return explain(lane, model, budget)
      if (outcome === 'more') lanes.push(lane)
      else if (lane === whole) {
        return { verdict: 'pass', order: idsOf(lane, lane.search.order()), steps: budget.steps }
      }
    }
  }
}

/** A search over the operations on one object, or over all. */
interface Lane {
  readonly sessions: Sessions
  readonly search: SessionSearch
}

function laneOf(operations: readonly Operation[], model: Model): Lane {
  const space = new StateSpace(model)
  const sessions = sessionsOf(operations, model, space)
  return { sessions, search: new SessionSearch(sessions, space) }
}

function explain({ sessions, search }: Lane, model: Model, budget: Budget): SequentialVerdict {
  const { order, done } = search.furthest()
  const placed = withoutIdleEnd(order.flatMap((index) => sessions.operations[index] ?? []))
  const stuck = done.flatMap((count, session) => nextOf(sessions, session, count) ?? [])
  const longestOrder = withStates(placed, model)
  return {
    verdict: 'fail',
    anomaly: diagnoseTimeless(sessions, stuck, model) ?? withoutOrder(placed, stuck, model),
    longestOrder,
    stuck: stuck.map(({ id }) => id),
    steps: budget.steps,
  }
}

/** What a few operations prove by themselves, whenever they happened. */
function diagnoseTimeless(
  { operations }: Sessions,
  stuck: readonly Operation[],
  model: Model,
): Anomaly | undefined {
  for (const each of stuck) {
    const object = operations
      .filter(({ key }) => !model.keysIndependent || key === each.key)
      .map((operation) => ({ ...operation, call: 0, return: operation.return === null ? null : 1 }))
    const blocked = object.find(({ id }) => id === each.id)
    const anomaly = blocked && diagnose(model, { operations: object, blocked })
    if (anomaly !== undefined) return anomaly
  }
  return undefined
}

function withoutOrder(
  placed: readonly Operation[],
  stuck: readonly Operation[],
  model: Model,
): Anomaly {
  const listed = stuck.slice(0, LISTED_MAX).map((each) => model.describeOperation(each))
  const last = placed.at(-1)
  const end = last === undefined ? 'is empty' : `ends when ${model.describeOperation(last)}`
  return {
    kind: 'not-sequential',
    message: `No single order keeps what each process did in its order: the longest one ${end}, and then none of these can come next: ${listed.join('; ')}${stuck.length > LISTED_MAX ? '; …' : ''}.`,
    operations: [
      ...(last === undefined ? [] : [last.id]),
      ...stuck.slice(0, LISTED_MAX).map(({ id }) => id),
    ],
    relations: [],
  }
}

function idsOf({ sessions }: Lane, order: readonly number[]): readonly number[] {
  return order.flatMap((index) => sessions.operations[index]?.id ?? [])
}
