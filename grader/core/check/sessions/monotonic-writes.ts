/**
 * Monotonic writes: whoever sees a write of a session also sees what that session wrote before,
 * on every key, in that order. Terry et al., "Session guarantees for weakly consistent
 * replicated data", PDIS 1994.
 *
 * Judged from outside, for each session as a reader by itself: there is one order of all writes,
 * in which the writes of each session are in its order; and each of the reader's reads returns the
 * newest write of its key among those that it must have seen: what its reads have returned so
 * far, and all that the same sessions wrote before that.
 *
 * What cannot be seen: it takes a reader whose own reads are monotonic to show it, so reads of
 * keys on which the reader goes back are left out. A write whose outcome its session never
 * learnt comes after what that session wrote before, and before nothing.
 */
import { causalEdges } from '../causal/edges.ts'
import { EVERYONE } from '../causal/links.ts'
import type { RegisterHistory } from '../causal/register-history.ts'
import type { HistoryVerdict } from '../history-verdict.ts'
import { type Horizon, judgeViews } from './monotonic-view.ts'
import type { Guarantee } from './session-story.ts'

export function monotonicWrites(registers: RegisterHistory): HistoryVerdict {
  const writes = writesOfSessions(registers)
  const visible = causalEdges(registers, EVERYONE)
  const guarantee: Guarantee = { kind: 'monotonic-writes', visible }
  return judgeViews(registers, { guarantee, grouping: 'all-keys' }, () =>
    horizonOf(registers, writes),
  )
}

/** A session that sees a write sees what was written before it in its session. */
function horizonOf(
  { process, processCount }: RegisterHistory,
  writes: readonly (readonly number[])[],
): Horizon {
  const visibleCount = new Int32Array(processCount)
  return {
    edges: [],
    see(write, onVisible) {
      const session = process[write] as number
      const before = writes[session] ?? []
      let count = visibleCount[session] as number
      for (let next = before[count]; next !== undefined && next <= write; next = before[count]) {
        onVisible(next)
        count++
      }
      visibleCount[session] = count
    },
  }
}

/** The writes of each session, pending ones left out: nothing comes after those. */
function writesOfSessions({
  size,
  processCount,
  process,
  isWrite,
  isPending,
}: RegisterHistory): number[][] {
  const writes: number[][] = Array.from({ length: processCount }, () => [])
  for (let node = 0; node < size; node++) {
    if (isWrite[node] === 1 && isPending[node] === 0) writes[process[node] as number]?.push(node)
  }
  return writes
}
