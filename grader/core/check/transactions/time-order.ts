/**
 * Edges for the orders that clients see without reading anything: that of a session, and that
 * of real time. In real time everything that has returned precedes everything that is called
 * later: the edges lead through relays, one for each turn from returns to calls, so that there
 * are as many as transactions and not the square of that.
 */
import { type GraphBuilder, NO_VERSION, PROCESS, REALTIME } from './graph.ts'
import type { Transactions } from './transactions.ts'

/** @param isCommitted 1 for each transaction that takes part */
export function addProcessOrder(
  { transactions }: Transactions,
  isCommitted: Uint8Array,
  graph: GraphBuilder,
): void {
  const lastOf = new Map<string, number>()
  for (const [to, { operation }] of transactions.entries()) {
    if (isCommitted[to] === 0) continue
    const from = lastOf.get(operation.process)
    if (from !== undefined) {
      graph.addEdge({ from, to, kind: PROCESS, left: NO_VERSION, right: NO_VERSION })
    }
    // One that never returned may still happen after what its client did next.
    if (operation.return !== null) lastOf.set(operation.process, to)
  }
}

/** @param isCommitted 1 for each transaction that takes part */
export function addRealTimeOrder(
  { transactions }: Transactions,
  isCommitted: Uint8Array,
  graph: GraphBuilder,
): void {
  const returned = transactions
    .map(({ operation }, index) => ({ index, at: operation.return }))
    .filter(({ index, at }) => isCommitted[index] === 1 && at !== null)
    .map(({ index, at }) => ({ index, at: at ?? 0 }))
    .sort((a, b) => a.at - b.at)
  const link = (from: number, to: number) =>
    graph.addEdge({ from, to, kind: REALTIME, left: NO_VERSION, right: NO_VERSION })
  let next = 0
  let relay = -1
  for (const [index, { operation }] of transactions.entries()) {
    if (isCommitted[index] === 0) continue
    const before = relay
    let end = returned[next]
    // Intervals are closed: what returns at the very moment of the call overlaps with it.
    while (end !== undefined && end.at < operation.call) {
      if (relay === before) {
        relay = graph.addRelay()
        if (before >= 0) link(before, relay)
      }
      link(end.index, relay)
      end = returned[++next]
    }
    if (relay >= 0) link(relay, index)
  }
}
