/** Judges small histories of reads and writes by level, with the checkers of core. */
import type { History } from '#core'
import {
  checkCausalConvergence,
  checkCausalMemory,
  checkPram,
  checkWeakCausal,
} from '../../../grader/core/check/causal/check-causal.ts'
import type { HistoryVerdict, SearchLimits } from '../../../grader/core/check/history-verdict.ts'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import type { Model } from '../../../grader/core/check/models/model.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { checkSequential } from '../../../grader/core/check/sequential/check-sequential.ts'
import { checkBoundedStaleness } from '../../../grader/core/check/sessions/bounded-staleness.ts'
import {
  checkMonotonicReads,
  checkMonotonicWrites,
  checkReadYourWrites,
  checkWritesFollowReads,
} from '../../../grader/core/check/sessions/check-sessions.ts'
import { checkConsistentPrefix } from '../../../grader/core/check/sessions/consistent-prefix.ts'
import { checkEventualConvergence } from '../../../grader/core/check/sessions/eventual-convergence.ts'

const LIMITS: SearchLimits = { stepsMax: 100_000 }
const OPTIONS = { initial: null }

type Judge = (history: History) => HistoryVerdict

/** The checkers by the id of their level. */
export const judges: Readonly<Record<string, Judge>> = {
  linearizable: (history) => checkLinearizable(history, registers(), LIMITS),
  sequential: (history) => checkSequential(history, registers(), LIMITS),
  'weak-causal': (history) => checkWeakCausal(history, OPTIONS),
  'causal-convergence': (history) => checkCausalConvergence(history, OPTIONS),
  'causal-memory': (history) => checkCausalMemory(history, OPTIONS, LIMITS),
  pram: (history) => checkPram(history, OPTIONS, LIMITS),
  'bounded-staleness': (history) =>
    checkBoundedStaleness(history, { ...OPTIONS, ageMicrosMax: 100_000 }),
  'consistent-prefix': (history) => checkConsistentPrefix(history, OPTIONS),
  eventual: (history) => checkEventualConvergence(history, { ...OPTIONS, quietMicros: 100_000 }),
  'read-your-writes': (history) => checkReadYourWrites(history, OPTIONS),
  'monotonic-reads': (history) => checkMonotonicReads(history, OPTIONS),
  'monotonic-writes': (history) => checkMonotonicWrites(history, OPTIONS),
  'writes-follow-reads': (history) => checkWritesFollowReads(history, OPTIONS),
}

function registers(): Model {
  const family = findModel('register')
  if (family === undefined) throw new Error('there is a model of registers')
  return family.make(null)
}
