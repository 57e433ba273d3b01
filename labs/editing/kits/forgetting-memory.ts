/** What a node of the step about forgetting remembers beside the text: plain data, kept on disk. */
import type { NodeId } from '../../kit/node.ts'
import type { Progress, Stamped } from './causal-log.ts'

export interface Memory {
  readonly progress: Record<NodeId, number>
  /** What each other node last said that it had applied. */
  readonly heard: Record<NodeId, Progress>
  /** Operations that some node may still lack, in the order in which they were applied. */
  log: Stamped[]
  /** Arrived before something that they come after. */
  early: readonly Stamped[]
  /** The commands of the last change. */
  latest: readonly Stamped['command'][]
}

export function emptyMemory(): Memory {
  return { progress: {}, heard: {}, log: [], early: [], latest: [] }
}

/** Takes what arrived; returns all that can be applied now, in order. */
export function readyIn(memory: Memory, arrived: readonly Stamped[]): readonly Stamped[] {
  const progress: Record<NodeId, number> = { ...memory.progress }
  const ready: Stamped[] = []
  let early = [...memory.early, ...arrived]
  for (;;) {
    early = early.filter(({ origin, number }) => number > (progress[origin] ?? 0))
    const next = early.find(
      ({ origin, number, after }) =>
        number === (progress[origin] ?? 0) + 1 &&
        Object.entries(after).every(([node, count]) => (progress[node] ?? 0) >= count),
    )
    if (next === undefined) break
    progress[next.origin] = next.number
    ready.push(next)
  }
  memory.early = early
  return ready
}
