/**
 * PRAM, also called FIFO consistency: each session sees the writes of every other session in the
 * order in which that session made them, and its own operations in their order. Who had read
 * what before writing does not matter.
 *
 * Lipton and Sandberg, "PRAM: a scalable shared memory", Princeton CS-TR-180-88, 1988; Viotti and
 * Vukolić, "Consistency in non-transactional distributed storage systems", ACM CSUR 49(1), 2016.
 * Judged like causal memory, with an order for each session in which only its own reads tie
 * writes to it: with different values that is polynomial.
 */
import type { HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import { causalOrder } from './causal-order.ts'
import { circle } from './causal-story.ts'
import type { RegisterHistory } from './register-history.ts'
import { noSteps } from './session-view.ts'
import { readsOfSessions, viewVerdict } from './view-verdict.ts'
import { writeRuns } from './write-runs.ts'

export function pram(registers: RegisterHistory, limits: SearchLimits): HistoryVerdict {
  const search = { limits, count: noSteps() }
  for (const [session, reads] of readsOfSessions(registers).entries()) {
    if (reads.length === 0) continue
    const outcome = causalOrder(registers, session)
    if (outcome.kind === 'too-large') return { verdict: 'unknown', why: outcome.why }
    if (outcome.kind === 'cyclic') {
      const opening = 'A session read what it had not yet written'
      const anomaly = circle(registers, 'cyclic-causality', { opening, edges: outcome.cycle })
      return { verdict: 'fail', anomaly }
    }
    const { order } = outcome
    const runs = writeRuns(registers, order)
    const verdict = viewVerdict(registers, { order, runs, reads }, search)
    if (verdict.verdict !== 'pass') return verdict
  }
  return { verdict: 'pass' }
}
