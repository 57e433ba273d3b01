/**
 * Does a history of transactions keep an isolation level? Anomalies found without guessing say
 * no (Kingsbury and Alvaro, "Elle", VLDB 2020). Their absence says yes where the reads settle
 * the order of all writes; where they do not, an order that explains everything is looked for,
 * first in a straight line and then, for short histories, exhaustively.
 */
import type { History } from '../../history/operation.ts'
import type { HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import { type Analysis, analyse } from './analysis.ts'
import { ALL, DATA, PROCESS } from './graph.ts'
import { type IsolationLevel, type IsolationLevelId, isolationLevel } from './isolation-levels.ts'
import { choiceCount, constraintsOf, type Discipline } from './order-constraints.ts'
import { orderFailure } from './order-failures.ts'
import { searchOrders } from './order-search.ts'
import { findSchedule } from './schedule.ts'
import { splitGraph } from './split-graph.ts'
import { StepCounter } from './steps.ts'
import { readTransactions } from './transactions.ts'

/** What a level asks of the order of writes: which graph must have no cycle. */
interface Rule {
  readonly discipline: Discipline
  /** The kinds of dependencies that count. */
  readonly mask: number
}

/** Levels that are not here ask for no order beyond what anomalies show. */
const RULES: ReadonlyMap<IsolationLevelId, Rule> = new Map([
  ['parallel-snapshot-isolation', { discipline: 'parallel', mask: DATA }],
  ['snapshot-isolation', { discipline: 'snapshot', mask: DATA }],
  ['repeatable-read', { discipline: 'serial', mask: DATA }],
  ['serializable', { discipline: 'serial', mask: DATA }],
  ['strong-session-serializable', { discipline: 'serial', mask: DATA | PROCESS }],
  ['strict-serializable', { discipline: 'serial', mask: ALL }],
])

/** The search keeps the square of the number of its nodes in bits: 8 MB for so many. */
const NODES_MAX = 8_192
const CHOICES_MAX = 400_000

/**
 * Judges a history of `txn` operations by one level.
 *
 * Sound and complete within its limits: `fail` and `pass` are certain, and what cannot be
 * decided is `unknown`. A history that is not one of uniquely valued transactions is `unknown`
 * as well. One step of `limits` is about one dependency looked at.
 *
 * @throws RangeError when there is no such level
 */
export function checkIsolation(
  history: History,
  level: IsolationLevelId,
  limits: SearchLimits,
): HistoryVerdict {
  const chosen = isolationLevel(level)
  const transactions = readTransactions(history)
  if (typeof transactions === 'string') return { verdict: 'unknown', why: transactions }
  return judgeLevel(analyse(transactions, limits), chosen, limits)
}

/** Judges what was analysed by one level. */
export function judgeLevel(
  analysis: Analysis,
  level: IsolationLevel,
  limits: SearchLimits,
): HistoryVerdict {
  const { anomalies, anomaliesUncommitted } = analysis
  const shown = level.id === 'read-uncommitted' ? anomaliesUncommitted : anomalies
  const anomaly = shown.find(({ kind }) => level.forbids.has(kind))
  if (anomaly !== undefined) return { verdict: 'fail', anomaly }
  if (analysis.incomplete !== undefined) return { verdict: 'unknown', why: analysis.incomplete }
  const rule = RULES.get(level.id)
  if (rule === undefined || !analysis.hasLooseOrders) return { verdict: 'pass' }
  // Appends that nobody saw can be put in any order that the known dependencies allow: nobody
  // read between them, so that no other dependency hangs on it.
  if (analysis.history.workload === 'list-append' && rule.discipline === 'serial') {
    return { verdict: 'pass' }
  }
  return judgeOrders(analysis, { level, rule }, limits)
}

function judgeOrders(
  { dependencies }: Analysis,
  { level, rule }: { readonly level: IsolationLevel; readonly rule: Rule },
  limits: SearchLimits,
): HistoryVerdict {
  const { graph } = dependencies
  const straight = new StepCounter(limits)
  const { mask, discipline } = rule
  if (findSchedule(dependencies, { graph, mask, perTransaction: 1 }, straight)) {
    return { verdict: 'pass' }
  }
  if (discipline !== 'serial') {
    const moments = splitGraph(graph, DATA).graph
    const options = { graph: moments, mask: ALL, perTransaction: 2 } as const
    if (findSchedule(dependencies, options, straight)) return { verdict: 'pass' }
  }
  if (!straight.mayGoOn) return { verdict: 'unknown', why: straight.why }
  const count = choiceCount(dependencies)
  const nodes = graph.nodeCount * (discipline === 'serial' ? 1 : 2)
  if (count > CHOICES_MAX || nodes > NODES_MAX) {
    return {
      verdict: 'unknown',
      why:
        `The reads leave the order of ${count} pairs of writes open, which is too many to try ` +
        'them all: judge a shorter history, or one of appends to lists.',
    }
  }
  // What has snapshots in one order has them in parallel, and is found with less work.
  if (discipline === 'parallel') {
    const strict = constraintsOf(dependencies, 'snapshot', DATA)
    if (searchOrders(strict, new StepCounter(limits)).kind === 'possible') {
      return { verdict: 'pass' }
    }
  }
  const steps = new StepCounter(limits)
  const outcome = searchOrders(constraintsOf(dependencies, discipline, mask), steps)
  if (outcome.kind === 'possible') return { verdict: 'pass' }
  if (outcome.kind === 'stopped') return { verdict: 'unknown', why: steps.why }
  const anomaly = orderFailure(dependencies, { level, outcome }, new StepCounter(limits))
  return { verdict: 'fail', anomaly }
}
