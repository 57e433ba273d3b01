/** Judges every level of a history by its own checker, without any implication. */
import type { History } from '#core'
import {
  checkCausalConvergence,
  checkCausalMemory,
  checkPram,
  checkWeakCausal,
} from '../../../grader/core/check/causal/check-causal.ts'
import type { HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'
import type { LevelId } from '../../../grader/core/check/levels/levels.ts'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { kv } from '../../../grader/core/check/models/kv.ts'
import { checkSequential } from '../../../grader/core/check/sequential/check-sequential.ts'
import { checkBoundedStaleness } from '../../../grader/core/check/sessions/bounded-staleness.ts'
import {
  checkMonotonicReads,
  checkMonotonicWrites,
  checkReadYourWrites,
  checkWritesFollowReads,
} from '../../../grader/core/check/sessions/check-sessions.ts'
import { checkConsistentPrefix } from '../../../grader/core/check/sessions/consistent-prefix.ts'

const OPTIONS = { initial: 0 }
const LIMITS = { stepsMax: 1_000_000 }

/** Levels that are judged without being asked for. */
export type JudgedLevel = Exclude<LevelId, 'eventual'>

/** How many versions reads may miss. */
export const VERSIONS_MAX = 0

export function judgeAll(history: History): Record<JudgedLevel, HistoryVerdict['verdict']> {
  const model = kv.make(0)
  return {
    linearizable: checkLinearizable(history, model, LIMITS).verdict,
    sequential: checkSequential(history, model, LIMITS).verdict,
    'causal-memory': checkCausalMemory(history, OPTIONS, LIMITS).verdict,
    'causal-convergence': checkCausalConvergence(history, OPTIONS).verdict,
    'weak-causal': checkWeakCausal(history, OPTIONS).verdict,
    pram: checkPram(history, OPTIONS, LIMITS).verdict,
    'writes-follow-reads': checkWritesFollowReads(history, OPTIONS).verdict,
    'monotonic-writes': checkMonotonicWrites(history, OPTIONS).verdict,
    'monotonic-reads': checkMonotonicReads(history, OPTIONS).verdict,
    'read-your-writes': checkReadYourWrites(history, OPTIONS).verdict,
    'consistent-prefix': checkConsistentPrefix(history, OPTIONS).verdict,
    'bounded-staleness': checkBoundedStaleness(history, { initial: 0, versionsMax: VERSIONS_MAX })
      .verdict,
  }
}
