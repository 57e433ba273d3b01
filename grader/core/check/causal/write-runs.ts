/**
 * The writes of each key, chain by chain. Of the writes of one chain that come before a read,
 * only the last matters: whatever an earlier one forbids, the last one forbids too. The tester
 * AWDIT (PLDI 2025, arXiv 2504.06975) makes the same use of it.
 */
import type { CausalOrder } from './causal-order.ts'
import type { RegisterHistory } from './register-history.ts'

/** Writes of one key in one chain, in order. */
interface WriteRun {
  readonly chain: number
  readonly writes: number[]
}

/** The runs of each key, by the key's number. */
export type WriteRuns = readonly (readonly WriteRun[])[]

export function writeRuns(registers: RegisterHistory, order: CausalOrder): WriteRuns {
  const runs: WriteRun[][] = Array.from({ length: registers.keyCount }, () => [])
  for (const [chain, nodes] of order.chains.entries()) {
    for (const node of nodes) {
      if (registers.isWrite[node] === 0) continue
      const ofKey = runs[registers.key[node] as number] as WriteRun[]
      const last = ofKey.at(-1)
      if (last?.chain === chain) last.writes.push(node)
      else ofKey.push({ chain, writes: [node] })
    }
  }
  return runs
}

/**
 * Calls `visit` with the last write of each chain on the key of `read` that `clocks` puts before
 * `read`; stops as soon as it returns true.
 * @param clocks rows as in `order.clocks`: those, or stronger ones
 */
export function someLastWrite(
  { key }: RegisterHistory,
  { stride, position }: CausalOrder,
  { clocks, runs, read }: { clocks: Int32Array; runs: WriteRuns; read: number },
  visit: (write: number) => boolean,
): boolean {
  const row = read * stride
  for (const { chain, writes } of runs[key[read] as number] as readonly WriteRun[]) {
    const bound = clocks[row + chain] as number
    // The last write whose position is below the bound.
    let low = 0
    let high = writes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((position[writes[middle] as number] as number) < bound) low = middle + 1
      else high = middle
    }
    if (low > 0 && visit(writes[low - 1] as number)) return true
  }
  return false
}
