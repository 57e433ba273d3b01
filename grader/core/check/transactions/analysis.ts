/**
 * All that can be said of a history without guessing in which order writes took effect: its
 * dependencies, and the anomalies that they and single reads show.
 */
import type { SearchLimits } from '../history-verdict.ts'
import { CYCLE_CLASSES, type TransactionAnomalyKind } from './anomaly-kinds.ts'
import { cycleAnomaly } from './cycle-anomalies.ts'
import { findCycles } from './cycles.ts'
import {
  type Dependencies,
  dependenciesOf,
  looseWriters,
  writeDependencies,
} from './dependencies.ts'
import { observeLists } from './list-reads.ts'
import { findLostUpdate } from './lost-updates.ts'
import { AnomalyList, committedIn, type KindedAnomaly, type Observations } from './observations.ts'
import { observeRegisters } from './register-reads.ts'
import { StepCounter } from './steps.ts'
import type { Transactions } from './transactions.ts'

export interface Analysis {
  readonly history: Transactions
  readonly dependencies: Dependencies
  /** One of each kind, the gravest first. */
  readonly anomalies: readonly KindedAnomaly[]
  /**
   * Those that hold even when a read may see what never committed. Then a transaction without
   * an answer may have been undone although somebody read from it.
   */
  readonly anomaliesUncommitted: readonly KindedAnomaly[]
  /** Why there may be more anomalies, if there may. */
  readonly incomplete: string | undefined
  /** Whether the order of some writes is unknown. */
  readonly hasLooseOrders: boolean
}

/** From the gravest: what no level allows comes first. */
const GRAVEST_FIRST: readonly TransactionAnomalyKind[] = [
  'garbage-read',
  'duplicate-elements',
  'internal',
  'incompatible-order',
  'G0',
  'G1a',
  'G1b',
  'G1c',
  'non-repeatable-read',
  'lost-update',
  ...CYCLE_CLASSES,
  ...CYCLE_CLASSES.map((kind) => `${kind}-process` as const),
  ...CYCLE_CLASSES.map((kind) => `${kind}-realtime` as const),
]

/** @param limits bounds the search for cycles; one step is one dependency looked at */
export function analyse(history: Transactions, limits: SearchLimits): Analysis {
  const single = new AnomalyList()
  const observations =
    history.workload === 'list-append'
      ? observeLists(history, single)
      : observeRegisters(history, single)
  const isCommitted = committedIn(history, observations.isObserved)
  const steps = new StepCounter(limits)
  const found = new AnomalyList(single)
  const orders = observations.orders(isCommitted, found)
  const dependencies = dependenciesOf(history, { reads: observations.reads, isCommitted, orders })
  const lostUpdate = findLostUpdate(dependencies)
  if (lostUpdate !== undefined) found.add(lostUpdate)
  const cycles = findCycles(dependencies.graph, steps)
  for (const cycle of cycles.found) found.add(cycleAnomaly(history, cycle))
  const anomalies = gravestFirst(found)
  const isCertain = (index: number) => history.transactions[index]?.operation.outcome === 'ok'
  const isAnyInDoubt = isCommitted.some((one, index) => one === 1 && !isCertain(index))
  return {
    history,
    dependencies,
    anomalies,
    anomaliesUncommitted: isAnyInDoubt
      ? uncommitted(history, { observations, single, steps })
      : anomalies,
    incomplete: steps.mayGoOn ? undefined : steps.why,
    hasLooseOrders: orders.some((order) => looseWriters(history, order).size > 1),
  }
}

/** The same with only those transactions committed that said so. */
function uncommitted(
  history: Transactions,
  {
    observations,
    single,
    steps,
  }: {
    readonly observations: Observations
    readonly single: AnomalyList
    readonly steps: StepCounter
  },
): readonly KindedAnomaly[] {
  const found = new AnomalyList(single)
  const orders = observations.orders(committedIn(history, undefined), found)
  for (const cycle of findCycles(writeDependencies(history, orders), steps).found) {
    found.add(cycleAnomaly(history, cycle))
  }
  return gravestFirst(found)
}

function gravestFirst(found: AnomalyList): readonly KindedAnomaly[] {
  const place = (one: KindedAnomaly) => GRAVEST_FIRST.indexOf(one.kind)
  return [...found.all()].sort((a, b) => place(a) - place(b))
}
