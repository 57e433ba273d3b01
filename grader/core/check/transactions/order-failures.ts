/**
 * Why no order of the writes fits, as an anomaly. When two writes of one key cannot be put in
 * either order, each order closes a circle; the milder of the two names the anomaly, because
 * whoever holds that order to be the true one must admit that circle. Writes whose order was
 * settled on the way there appear in circles like those whose order is known.
 */
import type { TransactionAnomalyKind } from './anomaly-kinds.ts'
import { cycleAnomaly } from './cycle-anomalies.ts'
import { findCycles } from './cycles.ts'
import type { Dependencies } from './dependencies.ts'
import { edgesOf, type Graph, GraphBuilder, RW, WW } from './graph.ts'
import type { IsolationLevel } from './isolation-levels.ts'
import type { KindedAnomaly } from './observations.ts'
import { readersBetween, type WriteOrder, writerAt } from './order-constraints.ts'
import type { SearchOutcome } from './order-search.ts'
import type { StepCounter } from './steps.ts'
import { fullName, shortName, versionText } from './wording.ts'

type Impossible = Extract<SearchOutcome, { readonly kind: 'impossible' }>

/** The anomaly that an exhausted search shows; its kind is one that `level` forbids. */
export function orderFailure(
  dependencies: Dependencies,
  { level, outcome }: { readonly level: IsolationLevel; readonly outcome: Impossible },
  steps: StepCounter,
): KindedAnomaly {
  const { settled, stuck, guessed } = outcome
  if (guessed !== undefined) return undecided(dependencies, guessed.orders[0], level)
  const circles = (stuck?.orders ?? [undefined]).map((order) => {
    const orders = order === undefined ? settled : [...settled, order]
    return { order, anomaly: circleOf(dependencies, orders, { level, steps }) }
  })
  const [one, other] = circles
  if (one?.anomaly === undefined) return undecided(dependencies, stuck?.orders[0], level)
  if (other?.order === undefined || other.anomaly === undefined) return one.anomaly
  const [milder, graver] =
    rank(level, one.anomaly.kind) >= rank(level, other.anomaly.kind) ? [one, other] : [other, one]
  if (milder?.anomaly === undefined || graver?.anomaly === undefined) return one.anomaly
  const { history } = dependencies
  const { before, after } = graver.order ?? other.order
  const key = history.keys[history.versions[before]?.key ?? -1]
  const early = shortName(history, writerAt(dependencies, before))
  const late = shortName(history, writerAt(dependencies, after))
  return {
    ...milder.anomaly,
    message:
      `${withoutStop(milder.anomaly.message)}; and ${early} cannot have written ${key} before ` +
      `${late} (${uncapitalised(withoutStop(graver.anomaly.message))}).`,
  }
}

function withoutStop(sentence: string): string {
  return sentence.slice(0, -1)
}

function uncapitalised(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
}

/** Kinds are listed from the gravest. */
function rank({ forbids }: IsolationLevel, kind: TransactionAnomalyKind): number {
  return [...forbids].indexOf(kind)
}

/** The mildest circle that these orders of writes close. */
function circleOf(
  dependencies: Dependencies,
  orders: readonly WriteOrder[],
  { level, steps }: { readonly level: IsolationLevel; readonly steps: StepCounter },
): KindedAnomaly | undefined {
  const { found } = findCycles(withOrders(dependencies, orders), steps)
  const anomalies = found.map((cycle) => cycleAnomaly(dependencies.history, cycle))
  return anomalies.findLast(({ kind }) => level.forbids.has(kind))
}

function withOrders(dependencies: Dependencies, orders: readonly WriteOrder[]): Graph {
  const { graph } = dependencies
  const builder = new GraphBuilder(graph.transactionCount)
  for (let node = graph.transactionCount; node < graph.nodeCount; node++) builder.addRelay()
  for (const edge of edgesOf(graph)) builder.addEdge(edge)
  for (const order of orders) {
    const [left, right] = [order.before, order.after]
    const [from, to] = [writerAt(dependencies, left), writerAt(dependencies, right)]
    builder.addEdge({ from, to, kind: WW, left, right })
    for (const reader of readersBetween(dependencies, order)) {
      builder.addEdge({ from: reader, to, kind: RW, left, right })
    }
  }
  return builder.build()
}

/** For when it takes more than one pair of writes to see that nothing fits. */
function undecided(
  dependencies: Dependencies,
  order: WriteOrder | undefined,
  level: IsolationLevel,
): KindedAnomaly {
  const { history } = dependencies
  const pair = order === undefined ? [] : [order.before, order.after]
  const operations = pair.map((version) => writerAt(dependencies, version))
  const writes = pair.map((version, place) => {
    const writer = operations[place] ?? -1
    return `${versionText(history, version)} of ${fullName(history, writer)}`
  })
  const example = writes.length === 0 ? '' : `, such as ${writes.join(' and ')},`
  return {
    kind: 'no-version-order',
    message:
      `Every order of the writes whose order nobody saw${example} closes a circle that ` +
      `${level.name.toLowerCase()} forbids.`,
    operations,
    relations: [],
  }
}
