/** What a follower acknowledges: only what it holds. */

import { jsonFields } from '../../json.ts'
import type { NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { firstDifference, mayHold, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'

/** A success that a follower tells the leader of a term. */
interface Acknowledgement {
  readonly follower: NodeId
  readonly leader: NodeId
  readonly term: number
  /** Undefined when the message does not say up to where. */
  readonly matchIndex: number | undefined
}

/** The acknowledgement that this event sends, if it is one. */
export function acknowledgementIn(event: TraceEvent, view: WorldView): Acknowledgement | undefined {
  if (event.kind !== 'send') return undefined
  const { type, term, success, matchIndex } = jsonFields(view.content(event.message)) ?? {}
  if (type !== 'AppendEntriesReply' || success !== true || typeof term !== 'number') {
    return undefined
  }
  const isIndex = typeof matchIndex === 'number' && Number.isSafeInteger(matchIndex)
  const upTo = isIndex && matchIndex >= 0 ? matchIndex : undefined
  return { follower: event.node, leader: event.to, term, matchIndex: upTo }
}

/**
 * The answer to a snapshot, as an acknowledgement up to where the snapshot reaches; 0 is none. It
 * says nothing to a node that does not lead its term: only a leader counts on it.
 */
function snapshotAnswerIn(event: TraceEvent, view: WorldView): Acknowledgement | undefined {
  if (event.kind !== 'send') return undefined
  const { type, term, lastIncludedIndex } = jsonFields(view.content(event.message)) ?? {}
  if (type !== 'InstallSnapshotReply' || typeof term !== 'number') return undefined
  if (typeof lastIncludedIndex !== 'number' || lastIncludedIndex <= 0) return undefined
  return { follower: event.node, leader: event.to, term, matchIndex: lastIncludedIndex }
}

/**
 * A success says that the follower's log equals the leader's up to `matchIndex` (Raft,
 * section 5.3: the consistency check). The leader counts on it as a copy. Compared with the
 * log that the leader of that term showed last: it only grows. The answer to a snapshot counts like
 * a success (section 7), so it says the same.
 */
export function acknowledgesWhatItHolds(fields?: RaftLogFields): Claim {
  return {
    id: 'acknowledges-what-it-holds',
    sentence: 'A follower acknowledges entries only as far as its log equals its leader’s.',
    source: 'Raft, section 5.3 and Figure 2 (AppendEntries RPC, rules 2 to 4)',
    ask: 'Which entries did this message prove to be the same on both nodes?',
    monitor() {
      const logs = new LogFollower(fields)
      const leaders = new Map<string, ShownLog>()
      return {
        kinds: ['observe', 'crash', 'send'],
        onEvent(event, view) {
          const after = logs.look(event, view)?.after
          if (after?.state?.role === 'leader') {
            leaders.set(`${after.node} ${after.state.term}`, after)
          }
          const entries = acknowledgementIn(event, view)
          const told = entries ?? snapshotAnswerIn(event, view)
          const own = told === undefined ? undefined : logs.shownBy(told.follower, view)
          if (told === undefined || own === undefined) return undefined
          const leader = leaders.get(`${told.leader} ${told.term}`)
          if (entries === undefined && leader === undefined) return undefined
          const message = objection(told, own, leader)
          if (message === undefined) return undefined
          return {
            event: event.id,
            message,
            related: [...new Set([own.event, leader?.event ?? own.event])].sort((a, b) => a - b),
            nodes: [...new Set([told.follower, told.leader])],
          } satisfies Violation
        },
      }
    },
  }
}

function objection(
  { follower, leader, matchIndex }: Acknowledgement,
  own: ShownLog,
  theirs: ShownLog | undefined,
): string | undefined {
  if (matchIndex === undefined) {
    return `${follower} tells ${leader} of success, but its matchIndex is no whole number.`
  }
  if (matchIndex > own.log.index) {
    return `${follower} acknowledges index ${matchIndex} to ${leader}, but its log ends at index ${own.log.index}.`
  }
  const acknowledged = prefixAt(own.log, matchIndex)
  if (theirs === undefined || acknowledged === undefined) return undefined
  if (mayHold(theirs.log, acknowledged)) return undefined
  const other = prefixAt(theirs.log, matchIndex)
  if (other === undefined) {
    return `${follower} acknowledges index ${matchIndex} to ${leader}, whose log ends at index ${theirs.log.index}.`
  }
  const [mine, leaders] = firstDifference(acknowledged, other)
  return (
    `${follower} acknowledges index ${matchIndex} to ${leader}, but at index ${mine.index} it ` +
    `has ${printEntry(mine)}, and ${leader} has ${printEntry(leaders)}.`
  )
}
