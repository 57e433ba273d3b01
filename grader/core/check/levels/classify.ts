/**
 * Which levels of consistency a history keeps. A level that holds settles all weaker ones, and
 * one that is broken settles all stronger ones; only what is still open is judged. `unknown`
 * settles nothing, but gives way to what follows from another level.
 */
import { present } from '../../assert.ts'
import type { History } from '../../history/operation.ts'
import type { Json, Micros } from '../../trace/event.ts'
import { causalConvergence } from '../causal/causal-convergence.ts'
import { causalMemory } from '../causal/causal-memory.ts'
import { causalOrder, type OrderOutcome } from '../causal/causal-order.ts'
import { judgeOrder, judgeRegisters } from '../causal/check-causal.ts'
import { pram } from '../causal/pram.ts'
import { type RegisterHistory, readRegisters } from '../causal/register-history.ts'
import { weakCausal } from '../causal/weak-causal.ts'
import type { HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import { checkLinearizable } from '../linearizability/check-linearizable.ts'
import { kv } from '../models/kv.ts'
import { checkSequential } from '../sequential/check-sequential.ts'
import { checkBoundedStaleness } from '../sessions/bounded-staleness.ts'
import { checkConsistentPrefix } from '../sessions/consistent-prefix.ts'
import { checkEventualConvergence } from '../sessions/eventual-convergence.ts'
import { monotonicReads } from '../sessions/monotonic-reads.ts'
import { monotonicWrites } from '../sessions/monotonic-writes.ts'
import { readYourWrites } from '../sessions/read-your-writes.ts'
import { writesFollowReads } from '../sessions/writes-follow-reads.ts'
import { LEVELS, type LevelId, strongerThan, strongestOf, weakerThan } from './levels.ts'

export interface ClassifyOptions {
  /** What every key holds before its first write. */
  readonly initial: Json
  /** For each search by itself. */
  readonly limits: SearchLimits
  /** Asks for bounded staleness as well; at least one of the bounds. */
  readonly staleness?: { readonly versionsMax?: number; readonly ageMicrosMax?: Micros }
  /** Asks for eventual convergence as well: how long after the last write reads must agree. */
  readonly quietMicros?: Micros
}

export interface LevelVerdict {
  readonly level: LevelId
  readonly verdict: HistoryVerdict
  /** The level whose verdict settled this one; undefined when it was judged itself. */
  readonly impliedBy: LevelId | undefined
}

export interface Classification {
  /** In the order of LEVELS; levels that were not asked for are left out. */
  readonly perLevel: readonly LevelVerdict[]
  /** Those that hold, without those that they imply. Nothing is known of undecided ones. */
  readonly strongest: readonly LevelId[]
  /** Levels of which nobody can tell. */
  readonly undecided: readonly LevelId[]
}

/**
 * The order of judging. Causal convergence is cheap and, when broken, saves the two searches
 * that may take long; linearizability, when kept, saves everything else.
 */
const JUDGING_ORDER: readonly LevelId[] = [
  'causal-convergence',
  'linearizable',
  'sequential',
  'causal-memory',
  'pram',
  'weak-causal',
  'monotonic-writes',
  'writes-follow-reads',
  'monotonic-reads',
  'read-your-writes',
  'consistent-prefix',
  'bounded-staleness',
  'eventual',
]

/** Classifies a history of reads and writes on keys; each process is a session. */
export function classify(history: History, options: ClassifyOptions): Classification {
  const judge = judgeOf(history, options)
  const settled = new Map<LevelId, LevelVerdict>()
  const asked = new Set(JUDGING_ORDER.filter((level) => isAsked(level, options)))
  const isOpen = (level: LevelId) => {
    const known = settled.get(level)?.verdict.verdict
    return asked.has(level) && (known === undefined || known === 'unknown')
  }
  for (const level of asked) {
    if (!isOpen(level)) continue
    const verdict = judge(level)
    settled.set(level, { level, verdict, impliedBy: undefined })
    if (verdict.verdict === 'unknown') continue
    const follows = verdict.verdict === 'pass' ? weakerThan(level) : strongerThan(level)
    for (const other of follows.filter(isOpen)) {
      settled.set(other, { level: other, verdict, impliedBy: level })
    }
  }
  const perLevel = LEVELS.filter(({ id }) => asked.has(id)).map(({ id }) =>
    present(settled.get(id), 'every level that was asked for was judged or follows'),
  )
  const withVerdict = (wanted: HistoryVerdict['verdict']) =>
    perLevel.filter(({ verdict }) => verdict.verdict === wanted).map(({ level }) => level)
  return {
    perLevel,
    strongest: strongestOf(withVerdict('pass')),
    undecided: withVerdict('unknown'),
  }
}

function isAsked(level: LevelId, { staleness, quietMicros }: ClassifyOptions): boolean {
  if (level === 'bounded-staleness') return staleness !== undefined
  if (level === 'eventual') return quietMicros !== undefined
  return true
}

/** The judge of each level; what several of them need is worked out once. */
function judgeOf(
  history: History,
  { initial, limits, staleness, quietMicros }: ClassifyOptions,
): (level: LevelId) => HistoryVerdict {
  const registers = readRegisters(history, { initial })
  const model = kv.make(initial)
  let outcome: OrderOutcome | undefined
  const inSessions = (judge: (registers: RegisterHistory) => HistoryVerdict) =>
    judgeRegisters(registers, judge)
  const inOrder = (judge: Parameters<typeof judgeOrder>[2]) =>
    judgeRegisters(registers, (read) => {
      outcome ??= causalOrder(read)
      return judgeOrder(read, outcome, judge)
    })
  const judges: Readonly<Record<LevelId, () => HistoryVerdict>> = {
    linearizable: () => checkLinearizable(history, model, limits),
    sequential: () => checkSequential(history, model, limits),
    'causal-memory': () =>
      inOrder((read, order, runs) => causalMemory(read, { order, runs }, limits)),
    'causal-convergence': () => inOrder(causalConvergence),
    'weak-causal': () => inOrder(weakCausal),
    pram: () => inSessions((read) => pram(read, limits)),
    'writes-follow-reads': () => inSessions(writesFollowReads),
    'monotonic-writes': () => inSessions(monotonicWrites),
    'monotonic-reads': () => inSessions(monotonicReads),
    'read-your-writes': () => inSessions(readYourWrites),
    'consistent-prefix': () => checkConsistentPrefix(history, { initial }),
    'bounded-staleness': () => checkBoundedStaleness(history, { initial, ...staleness }),
    eventual: () => checkEventualConvergence(history, { initial, quietMicros: quietMicros ?? 0 }),
  }
  return (level) => judges[level]()
}
