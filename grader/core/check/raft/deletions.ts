/** When a node may take entries out of its log. */
import type { NodeId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { type LogPrefix, mayBeEqual, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'

/**
 * "If an existing entry conflicts with a new one (same index but different terms), delete the
 * existing entry and all that follow it" (Raft, Figure 2): nothing else is a reason. A message
 * that comes late knows less than the log by now, and what it does not mention stays. Compared
 * with the log that the leader of the node's term showed last.
 */
export function deletesOnlyConflicts(fields?: RaftLogFields): Claim {
  return {
    id: 'deletes-only-conflicts',
    sentence: 'A node deletes an entry only when its leader has another one in that place.',
    source: 'Raft, section 5.3 and Figure 2 (AppendEntries RPC, rule 3)',
    ask: 'Which entry of the message was in conflict with the first one that was deleted?',
    monitor() {
      const logs = new LogFollower(fields)
      const leaders = new Map<string, ShownLog>()
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const change = logs.look(event, view)
          if (change === undefined) return undefined
          const { before, after } = change
          const { node, state } = after
          if (state?.role === 'leader') leaders.set(`${node} ${state.term}`, after)
          const lost = before === undefined ? undefined : firstGone(before.log, after.log)
          if (state === undefined || before === undefined || lost === undefined) return undefined
          const { leaderId, term } = state
          const leader = leaderId === null ? undefined : leaders.get(`${leaderId} ${term}`)
          const why = objection(lost, leader, node)
          if (why === undefined) return undefined
          const related = [before.event, ...(leader === undefined ? [] : [leader.event])]
          return {
            event: event.id,
            message: `${node} deleted ${printEntry(lost)} at index ${lost.index}, ${why}.`,
            related: [...new Set(related)].filter((id) => id !== event.id).sort((a, b) => a - b),
            nodes: [...new Set([node, ...(leader === undefined ? [] : [leader.node])])],
          } satisfies Violation
        },
      }
    },
  }
}

function objection(
  lost: LogPrefix,
  leader: ShownLog | undefined,
  node: NodeId,
): string | undefined {
  if (leader === undefined) return 'and no leader had told it to'
  // A leader that takes back its own entry is told of by Leader Append-Only as well.
  if (leader.node === node) return 'although it leads'
  return prefixAt(leader.log, lost.index) === lost
    ? `which ${leader.node}, the leader of its term, has there too`
    : undefined
}

/** The first entry of the log before that is not in the log any more. */
function firstGone(before: LogPrefix, after: LogPrefix): LogPrefix | undefined {
  let gone: LogPrefix | undefined
  let entry: LogPrefix | undefined = before
  while (entry !== undefined && entry.index > 0 && !isIn(after, entry)) {
    gone = entry
    entry = entry.parent
  }
  return gone
}

/** True for entries that a snapshot hides as well: they are in the state that it stands for. */
function isIn(log: LogPrefix, entry: LogPrefix): boolean {
  if (log.index < entry.index) return false
  const own = prefixAt(log, entry.index)
  return own === undefined || mayBeEqual(own, entry)
}
