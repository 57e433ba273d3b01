/** What a follower acknowledged it keeps: the leader has counted on it. */

import { jsonFields } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { firstLost, type LogPrefix, mayHold, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'
import { receivedMessage } from './raft-view.ts'

interface Acknowledged {
  readonly log: LogPrefix
  readonly term: number
  readonly leader: NodeId
  readonly event: EventId
}

/**
 * A leader commits by counting acknowledgements, so an acknowledged entry must stay (Raft,
 * section 5.3). Only the leader of a later term may take it back. Within the term of the
 * acknowledgement nobody may: the one leader of that term never changes its own log (Leader
 * Append-Only), entries are durable before they are acknowledged (Figure 2), and a snapshot
 * that arrives late keeps what follows it (Figure 13, rule 6).
 */
export function acknowledgedEntriesStay(fields?: RaftLogFields): Claim {
  return {
    id: 'acknowledged-entries-stay',
    sentence: 'What a follower has acknowledged stays in its log, at least until a newer term.',
    source: 'Raft, section 5.3, Figure 2 (persistent state) and Figure 13 (rule 6)',
    ask: 'The leader counts this node among those that hold the entry: what made the node let go of it?',
    monitor() {
      const logs = new LogFollower(fields)
      const given = new Map<NodeId, Acknowledged>()
      let snapshot: ReceivedSnapshot | undefined
      return {
        kinds: ['observe', 'crash', 'receive', 'send'],
        onEvent(event, view) {
          snapshot = snapshotIn(event, view) ?? snapshot
          if (event.kind === 'send') {
            const index = acknowledgedBy(event, view, snapshot)
            const shown = index === undefined ? undefined : logs.shownBy(event.node, view)
            if (index !== undefined && shown !== undefined) remember(event, index, shown, given)
            return undefined
          }
          const after = logs.look(event, view)?.after
          const promise = after === undefined ? undefined : given.get(after.node)
          if (after === undefined || promise === undefined) return undefined
          if (after.state?.term !== promise.term || mayHold(after.log, promise.log)) {
            return undefined
          }
          return {
            event: event.id,
            message: describe(promise, after),
            related: [promise.event],
            nodes: [...new Set([after.node, promise.leader])],
          }
        },
      }
    },
  }
}

/** A snapshot that a node was offered. */
interface ReceivedSnapshot {
  readonly event: EventId
  readonly term: number
}

function snapshotIn(event: TraceEvent, view: WorldView): ReceivedSnapshot | undefined {
  const message = receivedMessage(event, view)
  if (message?.type !== 'InstallSnapshot') return undefined
  return { event: event.id, term: message.term }
}

/**
 * Up to which entry the message says that the sender's log is like the leader's. A snapshot of
 * an older term is answered too, but that says only that the term is over.
 */
function acknowledgedBy(
  event: TraceEvent & { readonly kind: 'send' },
  view: WorldView,
  snapshot: ReceivedSnapshot | undefined,
): number | undefined {
  const content: { readonly [name: string]: Json } | undefined = jsonFields(
    view.content(event.message),
  )
  const { type, term, success, matchIndex, lastIncludedIndex } = content ?? {}
  if (type === 'InstallSnapshotReply') {
    const isAnswer = snapshot?.event === event.cause && snapshot.term === term
    return isAnswer && typeof lastIncludedIndex === 'number' ? lastIncludedIndex : undefined
  }
  if (type !== 'AppendEntriesReply' || success !== true) return undefined
  return typeof matchIndex === 'number' ? matchIndex : undefined
}

/** Of several acknowledgements in a term the longest says what the others say. */
function remember(
  { id, node, to }: TraceEvent & { readonly kind: 'send' },
  index: number,
  { log, state }: ShownLog,
  given: Map<NodeId, Acknowledged>,
): void {
  const acknowledged = prefixAt(log, index)
  if (acknowledged === undefined || state === undefined) return
  const before = given.get(node)
  if (before?.term === state.term && before.log.index >= acknowledged.index) return
  given.set(node, { log: acknowledged, term: state.term, leader: to, event: id })
}

function describe({ log, term, leader }: Acknowledged, { node, log: now }: ShownLog): string {
  const lost = firstLost(log, now)
  return (
    `${node} no longer holds ${printEntry(lost)} at index ${lost.index}, which it had acknowledged ` +
    `to ${leader}, the leader of term ${term}.`
  )
}
