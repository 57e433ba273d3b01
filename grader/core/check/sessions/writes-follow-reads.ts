/**
 * Writes follow reads: whoever sees a write also sees what its session had read before it wrote,
 * and in that order. Terry et al., "Session guarantees for weakly consistent replicated data",
 * PDIS 1994; "session causality" in Viotti and Vukolić, ACM CSUR 49(1), 2016.
 *
 * Judged from outside, for each session as a reader by itself: there is one order of all writes,
 * in which (1) what a session read is older than what it wrote afterwards, on any key, (2) the
 * writes of one session to one key are in its order; and each of the reader's reads returns the
 * newest write of its key among those that it must have seen: what its reads have returned so
 * far, what the writers of that had read before they wrote it, and so on.
 *
 * What cannot be seen: it takes a reader whose own reads are monotonic to show it, so reads of
 * keys on which the reader goes back are left out.
 */
import { circle } from '../causal/causal-story.ts'
import { cycleAmong, type Edge, type Incoming } from '../causal/edges.ts'
import type { RegisterHistory } from '../causal/register-history.ts'
import type { Anomaly, HistoryVerdict } from '../history-verdict.ts'
import { type Horizon, judgeViews } from './monotonic-view.ts'
import type { Guarantee } from './session-story.ts'
import { tangleFinder } from './write-order.ts'

export function writesFollowReads(registers: RegisterHistory): HistoryVerdict {
  const reads = readsBefore(registers)
  const visible = tiesTo(registers, reads.latest)
  const guarantee: Guarantee = { kind: 'writes-follow-reads', visible }
  const circular = circleOfReads(registers, visible)
  if (circular !== undefined) return { verdict: 'fail', anomaly: circular }
  return judgeViews(registers, { guarantee, grouping: 'each-key' }, () =>
    horizonOf(registers, reads.ofSession, visible),
  )
}

/** Writes each of which was read before the next one was written, round in a circle. */
function circleOfReads(registers: RegisterHistory, visible: Incoming): Anomaly | undefined {
  const edges: Edge[] = []
  for (let node = 0; node < registers.size; node++) edges.push(...visible(node))
  const tangle = tangleFinder(registers, 'each-key')(edges)
  if (tangle === undefined) return undefined
  const { stuck, incoming } = tangle
  const cycle = cycleAmong(Math.min(...stuck), (node) => stuck.has(node), incoming)
  const opening = 'Causes and effects go round in a circle'
  return circle(registers, 'writes-follow-reads', { opening, edges: cycle })
}

/** A session that sees a write sees what the write's session had read before it. */
function horizonOf(
  { process, source, processCount }: RegisterHistory,
  reads: readonly (readonly number[])[],
  visible: Incoming,
): Horizon {
  const edges: Edge[] = []
  const inView = new Set<number>()
  const readCount = new Int32Array(processCount)
  return {
    edges,
    see(first, onVisible) {
      const found = [first]
      for (let write = found.pop(); write !== undefined; write = found.pop()) {
        if (inView.has(write)) continue
        inView.add(write)
        onVisible(write)
        edges.push(...visible(write))
        const session = process[write] as number
        const before = reads[session] ?? []
        let count = readCount[session] as number
        for (let read = before[count]; read !== undefined && read < write; read = before[count]) {
          edges.push(...visible(read))
          const from = source[read] as number
          if (from >= 0) found.push(from)
          count++
        }
        readCount[session] = count
      }
    },
  }
}

/** The reads of each session in order, and for each node the last of them before it. */
function readsBefore({ size, processCount, process, isWrite }: RegisterHistory): {
  readonly ofSession: readonly (readonly number[])[]
  readonly latest: Int32Array
} {
  const ofSession: number[][] = Array.from({ length: processCount }, () => [])
  const latest = new Int32Array(size)
  for (let node = 0; node < size; node++) {
    const reads = ofSession[process[node] as number] as number[]
    latest[node] = reads.at(-1) ?? -1
    if (isWrite[node] === 0) reads.push(node)
  }
  return { ofSession, latest }
}

/** Reads in a row, what they returned, and what was written after them; writes tie nothing. */
function tiesTo({ source }: RegisterHistory, latest: Int32Array): Incoming {
  return (to) => {
    const edges: Edge[] = []
    const before = latest[to] as number
    const write = source[to] as number
    if (before >= 0) edges.push({ from: before, to, kind: 'process-order', because: -1 })
    if (write >= 0) edges.push({ from: write, to, kind: 'reads-from', because: -1 })
    return edges
  }
}
