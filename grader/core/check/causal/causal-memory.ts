/**
 * Causal memory (CM): each session can put all writes that it may know of, and its own reads,
 * in one order that respects causality and explains all its reads together. Sessions may differ
 * in how they order writes that do not depend on each other.
 *
 * Ahamad, Neiger, Burns, Kohli and Hutto, "Causal memory", Distributed Computing 9, 1995. By
 * Bouajjani et al., POPL 2017, table 2, it is weak causal consistency without the patterns
 * WriteHBInitRead and CyclicHB.
 */
import type { HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import type { CausalOrder } from './causal-order.ts'
import type { RegisterHistory } from './register-history.ts'
import { noSteps } from './session-view.ts'
import { readsOfSessions, viewVerdict } from './view-verdict.ts'
import { weakCausal } from './weak-causal.ts'
import type { WriteRuns } from './write-runs.ts'

export function causalMemory(
  registers: RegisterHistory,
  { order, runs }: { order: CausalOrder; runs: WriteRuns },
  limits: SearchLimits,
): HistoryVerdict {
  // Its patterns are special cases, and told in fewer words.
  const causal = weakCausal(registers, order, runs)
  if (causal.verdict !== 'pass') return causal
  const search = { limits, count: noSteps() }
  for (const reads of readsOfSessions(registers)) {
    const verdict = viewVerdict(registers, { order, runs, reads }, search)
    if (verdict.verdict !== 'pass') return verdict
  }
  return { verdict: 'pass' }
}
