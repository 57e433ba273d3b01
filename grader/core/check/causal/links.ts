/**
 * The direct successors of each node: the next operation of its session, the pending writes
 * that branch off behind it, and the reads that returned what it wrote. Linked lists in typed
 * arrays.
 *
 * An observer is the one session whose reads count, for orders in which a session learns
 * from its own reads only (PRAM). EVERYONE: all reads count.
 */
import { NONE, type RegisterHistory } from './register-history.ts'

export const EVERYONE = -1

export interface Links {
  /** 1 for nodes that take part: all but pending writes that the observer did not read. */
  readonly included: Uint8Array
  /** How many of a node's direct predecessors there are: 0, 1 or 2. */
  readonly waitsFor: Uint8Array
  readonly nextInSession: Int32Array
  readonly firstPending: Int32Array
  readonly nextPending: Int32Array
  readonly firstReader: Int32Array
  readonly nextReader: Int32Array
}

/** Whether `observer` learns from this read. */
export function counts(registers: RegisterHistory, read: number, observer: number): boolean {
  return (
    (registers.source[read] as number) >= 0 &&
    (observer === EVERYONE || registers.process[read] === observer)
  )
}

export function linksOf(registers: RegisterHistory, observer: number): Links {
  const { size, source, previous, isPending } = registers
  const included = new Uint8Array(size)
  const waitsFor = new Uint8Array(size)
  const nextInSession = new Int32Array(size).fill(NONE)
  const firstPending = new Int32Array(size).fill(NONE)
  const nextPending = new Int32Array(size).fill(NONE)
  const firstReader = new Int32Array(size).fill(NONE)
  const nextReader = new Int32Array(size).fill(NONE)
  // From the last to the first, so that the lists are in order of calls.
  for (let node = size - 1; node >= 0; node--) {
    if (isPending[node] === 0) included[node] = 1
    if (!counts(registers, node, observer)) continue
    const write = source[node] as number
    included[write] = 1
    waitsFor[node] = 1
    nextReader[node] = firstReader[write] as number
    firstReader[write] = node
  }
  for (let node = size - 1; node >= 0; node--) {
    const before = previous[node] as number
    if (before < 0 || included[node] === 0) continue
    waitsFor[node] = (waitsFor[node] as number) + 1
    if (isPending[node] === 0) nextInSession[before] = node
    else {
      nextPending[node] = firstPending[before] as number
      firstPending[before] = node
    }
  }
  return {
    included,
    waitsFor,
    nextInSession,
    firstPending,
    nextPending,
    firstReader,
    nextReader,
  }
}

/** Calls `visit` with each direct successor of `node`. */
export function eachSuccessor(links: Links, node: number, visit: (next: number) => void): void {
  const next = links.nextInSession[node] as number
  if (next >= 0) visit(next)
  let pending = links.firstPending[node] as number
  while (pending >= 0) {
    visit(pending)
    pending = links.nextPending[pending] as number
  }
  let reader = links.firstReader[node] as number
  while (reader >= 0) {
    visit(reader)
    reader = links.nextReader[reader] as number
  }
}
