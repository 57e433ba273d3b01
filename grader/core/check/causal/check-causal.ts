/**
 * The checks of causal consistency and of PRAM for histories of reads and writes on keys.
 * A process is a session. Values written to one key should differ; where they do not, the
 * answer is `fail` when the unambiguous reads are wrong by themselves, else `unknown`.
 */
import type { History } from '../../history/operation.ts'
import type { HistoryVerdict, SearchLimits } from '../history-verdict.ts'
import { causalConvergence } from './causal-convergence.ts'
import { causalMemory } from './causal-memory.ts'
import { type CausalOrder, causalOrder, type OrderOutcome } from './causal-order.ts'
import { circle } from './causal-story.ts'
import { pram } from './pram.ts'
import { type RegisterHistory, type RegisterOptions, readRegisters } from './register-history.ts'
import { weakCausal } from './weak-causal.ts'
import { type WriteRuns, writeRuns } from './write-runs.ts'

/**
 * Weak causal consistency (CC). Each read, taken by itself, is explained by the writes that it
 * depends on. About n·k·log n steps for n operations of k sessions.
 */
export function checkWeakCausal(history: History, options: RegisterOptions): HistoryVerdict {
  return inCausalOrder(history, options, weakCausal)
}

/**
 * Causal convergence (CCv, "causal+"). All sessions can agree on one order of all writes.
 * About n·k·log n steps for n operations of k sessions.
 */
export function checkCausalConvergence(history: History, options: RegisterOptions): HistoryVerdict {
  return inCausalOrder(history, options, causalConvergence)
}

/**
 * Causal memory (CM). Each session can put the writes in an order of its own that explains all
 * its reads together. In the worst case k·n² steps; a step of `limits` is one comparison of
 * clocks.
 */
export function checkCausalMemory(
  history: History,
  options: RegisterOptions,
  limits: SearchLimits,
): HistoryVerdict {
  return inCausalOrder(history, options, (registers, order, runs) =>
    causalMemory(registers, { order, runs }, limits),
  )
}

/**
 * PRAM (FIFO consistency). Each session sees the writes of each other session in their order.
 * Steps as for causal memory.
 */
export function checkPram(
  history: History,
  options: RegisterOptions,
  limits: SearchLimits,
): HistoryVerdict {
  return onRegisters(history, options, (registers) => pram(registers, limits))
}

/** Reads a history as registers and judges it. */
export function onRegisters(
  history: History,
  options: RegisterOptions,
  judge: (registers: RegisterHistory) => HistoryVerdict,
): HistoryVerdict {
  return judgeRegisters(readRegisters(history, options), judge)
}

/** Judges what was read; what was left out as ambiguous turns a pass into `unknown`. */
export function judgeRegisters(
  registers: ReturnType<typeof readRegisters>,
  judge: (registers: RegisterHistory) => HistoryVerdict,
): HistoryVerdict {
  if ('unjudged' in registers) return { verdict: 'unknown', why: registers.unjudged }
  if (registers.thinAir !== undefined) return { verdict: 'fail', anomaly: registers.thinAir }
  const verdict = judge(registers)
  if (verdict.verdict !== 'pass' || registers.ambiguity === undefined) return verdict
  return { verdict: 'unknown', why: registers.ambiguity }
}

type JudgeInOrder = (
  registers: RegisterHistory,
  order: CausalOrder,
  runs: WriteRuns,
) => HistoryVerdict

function inCausalOrder(
  history: History,
  options: RegisterOptions,
  judge: JudgeInOrder,
): HistoryVerdict {
  return onRegisters(history, options, (registers) =>
    judgeOrder(registers, causalOrder(registers), judge),
  )
}

/** Judges in causal order, if there is one: without one, nothing causal holds. */
export function judgeOrder(
  registers: RegisterHistory,
  outcome: OrderOutcome,
  judge: JudgeInOrder,
): HistoryVerdict {
  switch (outcome.kind) {
    case 'ordered':
      return judge(registers, outcome.order, writeRuns(registers, outcome.order))
    case 'too-large':
      return { verdict: 'unknown', why: outcome.why }
    case 'cyclic': {
      const opening = 'Causes and effects go round in a circle'
      const anomaly = circle(registers, 'cyclic-causality', { opening, edges: outcome.cycle })
      return { verdict: 'fail', anomaly }
    }
  }
}
