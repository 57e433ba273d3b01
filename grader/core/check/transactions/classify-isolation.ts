/**
 * Judges a history by every isolation level, and names the strongest ones that it does not
 * violate. Levels imply each other, so most need no search of their own.
 */
import type { History } from '../../history/operation.ts'
import type { Anomaly, HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import { type Analysis, analyse } from './analysis.ts'
import { judgeLevel } from './check-isolation.ts'
import {
  ISOLATION_LEVELS,
  type IsolationLevelId,
  impliedBy,
  isolationLevel,
} from './isolation-levels.ts'
import { readTransactions, type Workload } from './transactions.ts'

export interface LevelVerdict {
  readonly level: IsolationLevelId
  readonly verdict: HistoryVerdict
}

export interface IsolationReport {
  /** Undefined when the history could not be read; then every verdict says why. */
  readonly workload: Workload | undefined
  /** One for each level, from the weakest. */
  readonly levels: readonly LevelVerdict[]
  /** The levels of which no violation was found and that none of the others implies. */
  readonly strongest: readonly IsolationLevelId[]
  /** One of each kind that was found, the gravest first. */
  readonly anomalies: readonly Anomaly[]
  /** One sentence; it never claims more than that nothing was found. */
  readonly summary: string
}

/** @param limits hold for each level by itself; see `checkIsolation` */
export function classifyIsolation(history: History, limits: SearchLimits): IsolationReport {
  const transactions = readTransactions(history)
  if (typeof transactions === 'string') {
    const verdict: HistoryVerdict = { verdict: 'unknown', why: transactions }
    return {
      workload: undefined,
      levels: ISOLATION_LEVELS.map(({ id }) => ({ level: id, verdict })),
      strongest: [],
      anomalies: [],
      summary: transactions,
    }
  }
  const analysis = analyse(transactions, limits)
  const verdicts = judgeAll(analysis, limits)
  const levels = ISOLATION_LEVELS.map(({ id }): LevelVerdict => {
    const verdict = verdicts.get(id) ?? { verdict: 'unknown', why: 'It was not judged.' }
    return { level: id, verdict }
  })
  const strongest = strongestOf(levels)
  return {
    workload: transactions.workload,
    levels,
    strongest,
    anomalies: allAnomalies(analysis, levels),
    summary: summaryOf(levels, strongest),
  }
}

/** From the strongest level on: what passes, passes for all that it implies. */
function judgeAll(
  analysis: Analysis,
  limits: SearchLimits,
): ReadonlyMap<IsolationLevelId, HistoryVerdict> {
  const verdicts = new Map<IsolationLevelId, HistoryVerdict>()
  for (const level of ISOLATION_LEVELS.toReversed()) {
    if (verdicts.get(level.id)?.verdict === 'pass') continue
    // For items by key PL-2.99 is PL-3: see `isolation-levels.ts`. It would be searched twice.
    const same = level.id === 'repeatable-read' ? verdicts.get('serializable') : undefined
    const verdict = same ?? judgeLevel(analysis, level, limits)
    verdicts.set(level.id, verdict)
    if (verdict.verdict !== 'pass') continue
    for (const weaker of impliedBy(level.id)) verdicts.set(weaker, verdict)
  }
  // What a weaker level forbids, a stronger one forbids, even if its own search gave up.
  for (const { id } of ISOLATION_LEVELS) {
    if (verdicts.get(id)?.verdict !== 'unknown') continue
    for (const weaker of impliedBy(id)) {
      const verdict = verdicts.get(weaker)
      if (verdict?.verdict === 'fail') verdicts.set(id, verdict)
    }
  }
  return verdicts
}

function strongestOf(levels: readonly LevelVerdict[]): readonly IsolationLevelId[] {
  const passed = levels.filter(({ verdict }) => verdict.verdict === 'pass')
  const isImplied = ({ level }: LevelVerdict) =>
    passed.some((other) => other.level !== level && impliedBy(other.level).has(level))
  return passed.filter((one) => !isImplied(one)).map(({ level }) => level)
}

function allAnomalies(
  { anomalies }: Analysis,
  levels: readonly LevelVerdict[],
): readonly Anomaly[] {
  const all: Anomaly[] = [...anomalies]
  for (const { verdict } of levels) {
    if (verdict.verdict !== 'fail') continue
    const { anomaly } = verdict
    if (!all.some(({ kind }) => kind === anomaly.kind)) all.push(anomaly)
  }
  return all
}

function summaryOf(
  levels: readonly LevelVerdict[],
  strongest: readonly IsolationLevelId[],
): string {
  const names = (ids: readonly IsolationLevelId[]) =>
    ids.map((id) => isolationLevel(id).name.toLowerCase()).join(' or ')
  const undecided = levels
    .filter(({ verdict }) => verdict.verdict === 'unknown')
    .map(({ level }) => level)
  const rest =
    undecided.length === 0 ? '' : ` Undecided: ${undecided.map((id) => names([id])).join(', ')}.`
  if (strongest.length === 0) {
    const lowest = levels[0]
    const start =
      lowest?.verdict.verdict === 'fail'
        ? 'It violates every level, read uncommitted included.'
        : 'No level could be confirmed.'
    return `${start}${rest}`
  }
  return `No violation of ${names(strongest)} was found.${rest}`
}
