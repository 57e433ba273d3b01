/**
 * Bounded staleness: a read misses at most so many versions, or nothing older than so long.
 * "Bounded staleness" of Azure Cosmos DB and of Terry, "Replicated data consistency explained
 * through baseball", CACM 56(12), 2013. `staleness.ts` says what is counted: lower bounds, so a
 * failure is certain, and a pass means that nothing staler was seen.
 */
import type { History } from '../../history/operation.ts'
import type { Json, Micros } from '../../trace/event.ts'
import { valueOf, what } from '../causal/wording.ts'
import type { Anomaly, HistoryVerdict } from '../history-verdict.ts'
import { measureStaleness, type Staleness } from './staleness.ts'

/** What reads may miss; at least one of the two bounds. */
export interface StalenessBound {
  /** What every key holds before its first write. */
  readonly initial: Json
  /** How many newer versions a read may miss; 0 allows none. */
  readonly versionsMax?: number
  /** For how long a value may have been overwritten and still be read. */
  readonly ageMicrosMax?: Micros
  /** Reads called before are not judged; those of which it is not known when are. */
  readonly readsFromMicros?: Micros
}

/**
 * The first read, in order of calls, that is staler than allowed fails. `unknown` when a bound
 * on age is asked of a history without times.
 */
export function checkBoundedStaleness(history: History, bound: StalenessBound): HistoryVerdict {
  const {
    initial,
    versionsMax = Number.POSITIVE_INFINITY,
    ageMicrosMax,
    readsFromMicros = 0,
  } = bound
  const report = measureStaleness(history, initial)
  if (report.kind === 'unjudged') return { verdict: 'unknown', why: report.why }
  if (report.kind === 'thin-air') {
    return {
      verdict: 'fail',
      anomaly: {
        kind: 'thin-air-read',
        message: `${what(report.read)}, which nobody had written.`,
        operations: [report.read.id],
        relations: [],
      },
    }
  }
  let timeless: Staleness | undefined
  for (const staleness of report.reads) {
    const { callMicros = readsFromMicros } = staleness.read
    if (callMicros < readsFromMicros) continue
    if (staleness.versions > versionsMax) {
      const few =
        versionsMax === 0
          ? 'none may be missed'
          : `at most ${plural(versionsMax, 'newer version')} may be missed`
      return { verdict: 'fail', anomaly: tooStale(staleness, few) }
    }
    if (ageMicrosMax === undefined) continue
    if (staleness.ageMicros === null) timeless ??= staleness
    else if (staleness.ageMicros > ageMicrosMax) {
      const long = `a value may be stale for ${milliseconds(ageMicrosMax)} at most`
      return { verdict: 'fail', anomaly: tooStale(staleness, long) }
    }
  }
  if (timeless === undefined) return { verdict: 'pass' }
  return {
    verdict: 'unknown',
    why:
      `Operation ${timeless.read.id} read an old value, but the history does not say when: ` +
      'record the times of calls and returns, or bound the number of versions.',
  }
}

function tooStale({ read, versions, ageMicros, missed }: Staleness, allowed: string): Anomaly {
  const since =
    missed === undefined
      ? ''
      : ` ${ageMicros === null ? 'after' : `${milliseconds(ageMicros)} after`} ` +
        `${missed.process} had written ${valueOf(missed)} over it`
  return {
    kind: 'too-stale',
    message: `${what(read)}${since}, missing ${plural(versions, 'version')}; ${allowed}.`,
    operations: missed === undefined ? [read.id] : [missed.id, read.id],
    relations: missed === undefined ? [] : [{ from: missed.id, to: read.id, kind: 'real-time' }],
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function milliseconds(micros: Micros): string {
  return `${micros / 1_000} ms`
}
