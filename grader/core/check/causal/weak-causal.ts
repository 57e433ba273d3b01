/**
 * Weak causal consistency (CC): every read returns what some order of the writes in its causal
 * past explains, and that order respects causality. Two reads may disagree about the order of
 * writes that do not depend on each other, even two reads of one session.
 *
 * Bouajjani, Enea, Guerraoui and Hamza, "On Verifying Causal Consistency", POPL 2017 (arXiv
 * 1611.00580), define it, and show that a differentiated history has it exactly when it contains
 * none of the patterns CyclicCO, WriteCOInitRead, ThinAirRead and WriteCORead (table 2).
 */
import type { HistoryVerdict } from '../history-verdict.ts'
import { type CausalOrder, comesBefore } from './causal-order.ts'
import { staleRead } from './causal-story.ts'
import { INITIAL, type RegisterHistory } from './register-history.ts'
import { someLastWrite, type WriteRuns } from './write-runs.ts'

/**
 * Judges by the two patterns that are left when the causal order exists and every value was
 * written: a read of a value that another write in its causal past had overwritten (WriteCORead)
 * or of the initial value after a write in its causal past (WriteCOInitRead). The earliest
 * such read is named.
 */
export function weakCausal(
  registers: RegisterHistory,
  order: CausalOrder,
  runs: WriteRuns,
): HistoryVerdict {
  const { size, source, isWrite } = registers
  const { clocks } = order
  let write = INITIAL
  let newer: number[] = []
  const overwrites = (other: number) => {
    if (write === INITIAL || (other !== write && comesBefore(order, write, other))) {
      newer.push(other)
    }
    return false
  }
  for (let read = 0; read < size; read++) {
    if (isWrite[read] === 1) continue
    write = source[read] as number
    someLastWrite(registers, order, { clocks, runs, read }, overwrites)
    if (newer.length > 0) {
      return { verdict: 'fail', anomaly: staleRead(registers, order.observer, { read, newer }) }
    }
    newer = []
  }
  return { verdict: 'pass' }
}
