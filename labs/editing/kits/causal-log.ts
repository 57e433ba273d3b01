/**
 * Reliable causal broadcast for the kits of later steps: what the step about operations builds,
 * with a disk. Nothing here is for learners to change.
 */
import type { Disk } from '../../kit/disk.ts'
import type { NodeId } from '../../kit/node.ts'

/** How many operations of each node were applied. */
export type Progress = Readonly<Record<NodeId, number>>

/** An operation on its way, with its place among all others. */
export interface Stamped {
  readonly origin: NodeId
  /** Position among the operations of its origin, from 1. */
  readonly number: number
  /** What its origin had applied before it. */
  readonly after: Progress
  /** The command that it carries out. */
  readonly command: { readonly id: string }
  readonly operation: unknown
}

/**
 * All operations that a node has applied, in the order in which it did. Plain data, so that a
 * node can be written down as text.
 */
export interface CausalLog {
  readonly entries: Stamped[]
  readonly progress: Record<NodeId, number>
  /** Arrived before something that they come after. */
  early: readonly Stamped[]
}

export function emptyLog(): CausalLog {
  return { entries: [], progress: {}, early: [] }
}

/** What is on disk, in order, for a node that starts again. */
export function restore(log: CausalLog, disk: Disk): readonly Stamped[] {
  for (;;) {
    const stored = disk.read(keyOf(log.entries.length)) as Stamped | undefined
    if (stored === undefined) return log.entries.map(copyOf)
    remember(log, stored)
  }
}

export interface NewOperation {
  readonly origin: NodeId
  readonly command: { readonly id: string }
  readonly operation: unknown
}

/** Gives an operation of this node its place. It is on disk when this returns. */
export function append(log: CausalLog, disk: Disk, added: NewOperation): Stamped {
  const number = (log.progress[added.origin] ?? 0) + 1
  const stamped = copyOf({ ...added, number, after: log.progress })
  store(log, disk, stamped)
  disk.sync()
  return copyOf(stamped)
}

/** Takes what arrived; returns all that can be applied now, in order. It is on disk by then. */
export function take(log: CausalLog, disk: Disk, arrived: readonly Stamped[]): readonly Stamped[] {
  const ready: Stamped[] = []
  log.early = [...log.early, ...arrived]
  for (;;) {
    log.early = log.early.filter(({ origin, number }) => number > (log.progress[origin] ?? 0))
    const next = log.early.find((one) => isNext(log, one))
    if (next === undefined) break
    store(log, disk, next)
    ready.push(copyOf(next))
  }
  if (ready.length > 0) disk.sync()
  return ready
}

/** What a node with this progress lacks, oldest first, at most `count`. */
export function missingAfter(
  log: CausalLog,
  progress: Progress,
  count: number,
): readonly Stamped[] {
  return log.entries
    .filter(({ origin, number }) => number > (progress[origin] ?? 0))
    .slice(0, count)
}

function isNext({ progress }: CausalLog, { origin, number, after }: Stamped): boolean {
  if (number !== (progress[origin] ?? 0) + 1) return false
  return Object.entries(after).every(([node, count]) => (progress[node] ?? 0) >= count)
}

function store(log: CausalLog, disk: Disk, stamped: Stamped): void {
  disk.write(keyOf(log.entries.length), stamped)
  remember(log, stamped)
}

function remember(log: CausalLog, stamped: Stamped): void {
  log.entries.push(copyOf(stamped))
  log.progress[stamped.origin] = stamped.number
}

function keyOf(index: number): string {
  return `operation ${index}`
}

/** A copy, so that nobody who changes an operation changes the log. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
