/**
 * Causal convergence (CCv): weak causal consistency in which all sessions agree on one order of
 * all writes, so that replicas that have seen the same writes hold the same values. "Causal+"
 * of COPS (Lloyd et al., SOSP 2011) and what stores with last-writer-wins promise.
 *
 * By Bouajjani et al., POPL 2017, table 2, it is weak causal consistency without the pattern
 * CyclicCF. A write w is in conflict before w' (CF) when w comes causally before a read that
 * returned w', so that w' must have overwritten w: causal and conflict order together must have
 * no cycle.
 */
import type { HistoryVerdict } from '../history-verdict.ts'
import { type CausalOrder, comesBefore } from './causal-order.ts'
import { circle } from './causal-story.ts'
import { causalEdges, cycleAmong, type Edge, joined } from './edges.ts'
import { eachSuccessor } from './links.ts'
import type { RegisterHistory } from './register-history.ts'
import { weakCausal } from './weak-causal.ts'
import { someLastWrite, type WriteRuns } from './write-runs.ts'

export function causalConvergence(
  registers: RegisterHistory,
  order: CausalOrder,
  runs: WriteRuns,
): HistoryVerdict {
  const causal = weakCausal(registers, order, runs)
  if (causal.verdict !== 'pass') return causal
  const conflicts = conflictsOf(registers, order, runs)
  const waitsFor = stuckNodes(registers, order, conflicts)
  const start = waitsFor.findIndex((left) => left > 0)
  if (start < 0) return { verdict: 'pass' }
  const edges: Edge[] = conflicts.from.map((from, index) => ({
    from,
    to: conflicts.to[index] as number,
    kind: 'overwrites',
    because: conflicts.because[index] as number,
  }))
  const incoming = joined(causalEdges(registers, order.observer), edges)
  const cycle = cycleAmong(start, (node) => waitsFor[node] !== 0, incoming)
  return {
    verdict: 'fail',
    anomaly: circle(registers, 'cyclic-conflict', {
      opening: 'No single order of the writes suits all readers',
      edges: cycle,
    }),
  }
}

/** Writes `from` that `to` must have overwritten, as the read `because` shows. */
interface Conflicts {
  readonly from: number[]
  readonly to: number[]
  readonly because: number[]
}

function conflictsOf(registers: RegisterHistory, order: CausalOrder, runs: WriteRuns): Conflicts {
  const { size, source } = registers
  const { clocks } = order
  const conflicts: Conflicts = { from: [], to: [], because: [] }
  let read = 0
  const conflict = (other: number) => {
    const write = source[read] as number
    // What comes before it anyway need not be said again.
    if (other !== write && !comesBefore(order, other, write)) {
      conflicts.from.push(other)
      conflicts.to.push(write)
      conflicts.because.push(read)
    }
    return false
  }
  for (; read < size; read++) {
    if ((source[read] as number) >= 0) {
      someLastWrite(registers, order, { clocks, runs, read }, conflict)
    }
  }
  return conflicts
}

/** How many predecessors each node still waits for when nothing else can be put in order. */
function stuckNodes(
  { size }: RegisterHistory,
  { links }: CausalOrder,
  conflicts: Conflicts,
): Uint32Array {
  const waitsFor = Uint32Array.from(links.waitsFor)
  // Targets of conflicts as linked lists, by the write that they overwrote.
  const first = new Int32Array(size).fill(-1)
  const next = new Int32Array(conflicts.from.length)
  for (const [index, from] of conflicts.from.entries()) {
    const to = conflicts.to[index] as number
    waitsFor[to] = (waitsFor[to] as number) + 1
    next[index] = first[from] as number
    first[from] = index
  }
  const ready: number[] = []
  for (let node = 0; node < size; node++) {
    if (links.included[node] === 1 && waitsFor[node] === 0) ready.push(node)
  }
  const release = (node: number) => {
    const left = (waitsFor[node] as number) - 1
    waitsFor[node] = left
    if (left === 0) ready.push(node)
  }
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    eachSuccessor(links, node, release)
    for (let index = first[node] as number; index >= 0; index = next[index] as number) {
      release(conflicts.to[index] as number)
    }
  }
  return waitsFor
}
