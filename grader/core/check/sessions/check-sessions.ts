/**
 * The four session guarantees of Terry et al. (PDIS 1994), judged from histories of reads and
 * writes on keys. A process is a session; each file says what exactly it judges. Values
 * written to one key should differ; where they do not, the answer is `fail` when the
 * unambiguous reads are wrong by themselves, else `unknown`.
 *
 * Each session is judged by itself: that all sessions agree on one order of the writes is not a
 * session guarantee but convergence (see `checkCausalConvergence`).
 */
import type { History } from '../../history/operation.ts'
import { onRegisters } from '../causal/check-causal.ts'
import type { RegisterOptions } from '../causal/register-history.ts'
import type { HistoryVerdict } from '../history-verdict.ts'
import { monotonicReads } from './monotonic-reads.ts'
import { monotonicWrites } from './monotonic-writes.ts'
import { readYourWrites } from './read-your-writes.ts'
import { writesFollowReads } from './writes-follow-reads.ts'

/** Sessions see what they wrote. About n·log n steps for n operations. */
export function checkReadYourWrites(history: History, options: RegisterOptions): HistoryVerdict {
  return onRegisters(history, options, readYourWrites)
}

/** Sessions never go back to older values. About n·log n steps for n operations. */
export function checkMonotonicReads(history: History, options: RegisterOptions): HistoryVerdict {
  return onRegisters(history, options, monotonicReads)
}

/** A session's writes are seen in order. About n·k·log n steps for n operations of k sessions. */
export function checkMonotonicWrites(history: History, options: RegisterOptions): HistoryVerdict {
  return onRegisters(history, options, monotonicWrites)
}

/**
 * What was read before a write is seen with it. About n·k·log n steps for n operations of k
 * sessions.
 */
export function checkWritesFollowReads(history: History, options: RegisterOptions): HistoryVerdict {
  return onRegisters(history, options, writesFollowReads)
}
