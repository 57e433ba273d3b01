/**
 * Eventual convergence: when writing has stopped for long enough, all reads of a key return the
 * same value, and one that was written. Vogels, "Eventually consistent", CACM 52(1), 2009. It
 * is a promise about the end, and says nothing about any read on the way there.
 *
 * Which of the written values wins is not judged: a store may let an older write win, as
 * last-writer-wins with skewed clocks does. But when some write of the key was acknowledged, the
 * initial value must not come back.
 */
import type { History, Operation } from '../../history/operation.ts'
import { printJson } from '../../json.ts'
import type { Json, Micros } from '../../trace/event.ts'
import { isWrite, problemWith } from '../causal/register-operations.ts'
import { valueIdentities } from '../causal/value-identity.ts'
import { what } from '../causal/wording.ts'
import type { Anomaly, HistoryVerdict } from '../history-verdict.ts'

export interface ConvergenceOptions {
  /** What every key holds before its first write. */
  readonly initial: Json
  /**
   * How long after the last write reads must agree. A write of unknown outcome counts from its
   * call, so this should be longer than any message and any retry is under way.
   */
  readonly quietMicros: Micros
}

/**
 * `unknown` when the history has no times, or no key was read by two clients after the quiet
 * time.
 */
export function checkEventualConvergence(
  history: History,
  { initial, quietMicros }: ConvergenceOptions,
): HistoryVerdict {
  const why = problemWith(history)
  if (why !== undefined) return { verdict: 'unknown', why }
  const happened = history.operations.filter(({ outcome }) => outcome !== 'fail')
  const writes = happened.filter(isWrite)
  let quietFrom = 0
  for (const write of writes) {
    const end = write.outcome === 'ok' ? write.returnMicros : write.callMicros
    if (end === undefined) return withoutTime(write)
    quietFrom = Math.max(quietFrom, end + quietMicros)
  }
  const last = new Map<string, Operation[]>()
  for (const read of happened) {
    if (isWrite(read) || read.outcome !== 'ok') continue
    if (read.callMicros === undefined) return withoutTime(read)
    if (read.callMicros < quietFrom) continue
    last.set(read.key, [...(last.get(read.key) ?? []), read])
  }
  let isShown = false
  for (const [key, reads] of last) {
    const anomaly = disagreement(
      writes.filter((write) => write.key === key),
      reads,
      initial,
    )
    if (anomaly !== undefined) return { verdict: 'fail', anomaly }
    isShown ||= new Set(reads.map(({ process }) => process)).size > 1
  }
  if (isShown) return { verdict: 'pass' }
  return {
    verdict: 'unknown',
    why:
      `No key was read by two clients ${quietMicros / 1_000} ms after the last write or later: ` +
      'let every client read every key at the end.',
  }
}

function withoutTime({ id }: Operation): HistoryVerdict {
  return {
    verdict: 'unknown',
    why: `Operation ${id} has no time: record the times of calls and returns.`,
  }
}

/** What is wrong with the last reads of one key. */
function disagreement(
  writes: readonly Operation[],
  reads: readonly Operation[],
  initial: Json,
): Anomaly | undefined {
  const identityOf = valueIdentities()
  const written = new Set(writes.map(({ input }) => identityOf(input)))
  const acknowledged = writes.findLast(({ outcome }) => outcome === 'ok')
  if (acknowledged === undefined) written.add(identityOf(initial))
  const [first] = reads
  for (const read of reads) {
    const value = identityOf(read.output)
    if (!written.has(value)) {
      const isLost = acknowledged !== undefined && value === identityOf(initial)
      return {
        kind: isLost ? 'lost-write' : 'thin-air-read',
        message: isLost
          ? `${what(read)}, the initial value, although ${acknowledged.process} had been told ` +
            `that its write of ${printJson(acknowledged.input)} took effect.`
          : `${what(read)}, which nobody had written.`,
        operations: isLost ? [acknowledged.id, read.id] : [read.id],
        relations: [],
      }
    }
    if (first !== undefined && value !== identityOf(first.output)) {
      return {
        kind: 'diverged',
        message: `Long after the last write, ${what(first)} and ${what(read)}.`,
        operations: [first.id, read.id],
        relations: [],
      }
    }
  }
  return undefined
}
