/** What counts as committed: the same on all nodes, and only what a majority stores. */
import type { EventId, NodeId } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Monitor, Violation } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { firstDifference, type LogPrefix, mayBeEqual, mayHold, prefixAt } from './log-tree.ts'
import { type Electorate, everyNode, shownMembers } from './members.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, leaderCommit, type ShownLog } from './raft-logs.ts'
import { majorityOf } from './raft-view.ts'

/**
 * State Machine Safety for logs (Raft, Figure 3 and section 5.4.3): before an entry is
 * applied it is committed, and there two nodes must agree already. It also holds of one
 * node over time, because a committed entry stays.
 */
export function committedEntriesAgree(fields?: RaftLogFields): Claim {
  return {
    id: 'committed-entries-agree',
    sentence: 'No two nodes take different entries of one index for committed.',
    source: 'Raft, Figure 3 (State Machine Safety) and section 5.4.3',
    ask: 'How does a node know that its own entry, and not another of the same index, was committed?',
    monitor() {
      const logs = new LogFollower(fields)
      const agreed = new Agreed()
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const after = logs.look(event, view)?.after
          if (after === undefined) return undefined
          const { log, commitIndex, node } = after
          const committed = prefixAt(log, Math.min(commitIndex, log.index))
          if (committed === undefined) return undefined
          const conflict = agreed.add(committed, node, event.id)
          if (conflict === undefined) return undefined
          const { first, theirs, own } = conflict
          return {
            event: event.id,
            message:
              `${node} takes ${printEntry(own)} at index ${own.index} for committed, where ` +
              `${first.node === node ? 'it' : first.node} had ${printEntry(theirs)}.`,
            related: [first.event],
            nodes: [...new Set([first.node, node])],
          } satisfies Violation
        },
      }
    },
  }
}

interface First {
  readonly prefix: LogPrefix
  readonly node: NodeId
  readonly event: EventId
}

/** Who first took the entry of each index for committed. */
class Agreed {
  /** From index 1 on; nobody where a snapshot hides the entry. */
  readonly #firsts: (First | undefined)[] = []

  /** The first difference to what was committed before, if there is one. */
  add(committed: LogPrefix, node: NodeId, event: EventId) {
    const known = Math.min(this.#firsts.length, committed.index)
    const first = this.#firsts[known - 1]
    const own = prefixAt(committed, known)
    if (first !== undefined && own !== undefined && !mayBeEqual(first.prefix, own)) {
      const [theirs, mine] = firstDifference(first.prefix, own)
      return { first: this.#firsts[mine.index - 1] ?? first, theirs, own: mine }
    }
    let prefix: LogPrefix | undefined = committed
    while (prefix !== undefined && prefix.index > known) {
      this.#firsts[prefix.index - 1] = { prefix, node, event }
      prefix = prefix.parent
    }
    return undefined
  }
}

/**
 * A leader counts copies: an entry is committed once a majority of the whole cluster stores
 * it. Who stored it and acknowledged it keeps it, so the copies are there to be seen at
 * that moment; a node that is down counts with what it showed last.
 */
export function commitHasMajority(fields?: RaftLogFields): Claim {
  return {
    id: 'commit-has-majority',
    sentence: 'A leader takes an entry for committed only when a majority stores it.',
    source: 'Raft, section 5.3 and Figure 2 (Rules for Servers, Leaders)',
    ask: 'Which nodes does the leader believe to hold the entry, and what did each of them really say?',
    monitor: () => countCopies(everyNode, fields),
  }
}

/** The same where members change: the leader counts by the latest members in its log. */
export function commitHasMajorityOfMembers(fields?: RaftLogFields): Claim {
  return {
    id: 'commit-has-majority-of-members',
    sentence:
      'A leader takes an entry for committed only when a majority of its members stores it.',
    source: 'Raft, section 6; Ongaro’s dissertation, section 4.1',
    ask: 'Who was a member when the leader counted, and which of them store the entry?',
    monitor: () => countCopies(shownMembers, fields),
  }
}

function countCopies(electorate: Electorate, fields: RaftLogFields | undefined): Monitor {
  return leaderCommits(fields, (leader, committed, shown, view) => {
    const members = electorate(view.node(leader.node), view)
    const holders = [...shown].filter(
      (other) => members.includes(other.node) && mayHold(other.log, committed),
    )
    if (holders.length >= majorityOf(members)) return undefined
    const names = holders.map(({ node }) => node).join(', ')
    return (
      `${leader.node} took ${printEntry(committed)} at index ${committed.index} for committed ` +
      `with ${holders.length} of ${members.length} copies (${names}); a majority is ${majorityOf(members)}.`
    )
  })
}

/**
 * "Raft never commits log entries from previous terms by counting replicas" (section
 * 5.4.2 and Figure 8): they are committed along with a newer entry of the leader's term.
 */
export function commitsOwnTerm(fields?: RaftLogFields): Claim {
  return {
    id: 'commits-own-term',
    sentence: 'A leader commits by counting copies only up to an entry of its own term.',
    source: 'Raft, section 5.4.2 and Figure 8',
    ask: 'Could a node without this entry still win an election, although a majority stores it?',
    monitor: () =>
      leaderCommits(fields, (leader, committed) => {
        const term = leader.state?.term
        if (committed.term === term) return undefined
        return (
          `${leader.node}, the leader of term ${term}, took ${printEntry(committed)} at index ` +
          `${committed.index} for committed before any entry of its own term.`
        )
      }),
  }
}

/** Judges a leader each time when its commit index goes up. */
function leaderCommits(
  fields: RaftLogFields | undefined,
  judge: (
    leader: ShownLog,
    committed: LogPrefix,
    shown: IterableIterator<ShownLog>,
    view: WorldView,
  ) => string | undefined,
): Monitor {
  const logs = new LogFollower(fields)
  return {
    kinds: ['observe', 'crash'],
    onEvent(event, view) {
      const commit = leaderCommit(logs.look(event, view))
      if (commit === undefined) return undefined
      const { before, after, committed } = commit
      const message = judge(after, committed, logs.lastShown(view), view)
      if (message === undefined) return undefined
      return { event: event.id, message, related: [before.event], nodes: [after.node] }
    },
  }
}
