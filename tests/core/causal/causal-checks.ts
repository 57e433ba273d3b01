/** The four causal checks as the tests call them. */
import type { History } from '#core'
import {
  checkCausalConvergence,
  checkCausalMemory,
  checkPram,
  checkWeakCausal,
} from '../../../grader/core/check/causal/check-causal.ts'
import type { Anomaly, HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'

export const OPTIONS = { initial: 0 }
export const LIMITS = { stepsMax: 100_000 }

export const CHECKS = {
  cc: (history: History) => checkWeakCausal(history, OPTIONS),
  ccv: (history: History) => checkCausalConvergence(history, OPTIONS),
  cm: (history: History) => checkCausalMemory(history, OPTIONS, LIMITS),
  pram: (history: History) => checkPram(history, OPTIONS, LIMITS),
}

/** What a verdict blames, which must be there. */
export function failureOf(verdict: HistoryVerdict): Anomaly {
  if (verdict.verdict !== 'fail') throw new Error(`expected a failure: ${JSON.stringify(verdict)}`)
  return verdict.anomaly
}
