/** Leader Completeness: what was committed is in the log of every later leader. */
import type { EventId, NodeId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { printEntry } from './log-matching.ts'
import { firstLost, type LogPrefix, mayHold, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'

/** A log that a node took for committed, and the term in which it was when it did. */
interface Commit {
  readonly log: LogPrefix
  readonly term: number
  readonly node: NodeId
  readonly event: EventId
}

interface Leader {
  readonly shown: ShownLog
  readonly term: number
}

/**
 * Leader Completeness (Raft, Figure 3 and section 5.4). A node that is in term T and takes
 * an entry for committed knows of a commit in a term of at most T, so leaders of terms
 * after T must hold it. Both orders are judged: a leader that lacks what was committed,
 * and a commit that a later leader never heard of (Figure 8).
 */
export function leaderCompleteness(fields?: RaftLogFields): Claim {
  return {
    id: 'leader-completeness',
    sentence: 'An entry that was committed is in the log of the leader of every later term.',
    source: 'Raft, Figure 3 (Leader Completeness) and section 5.4',
    ask: 'Which node held the entry and voted all the same, and what did it compare before it did?',
    monitor() {
      const logs = new LogFollower(fields)
      const commits = new Commits()
      const leaders = new Leaders()
      return {
        kinds: ['observe', 'crash'],
        onEvent(event, view) {
          const after = logs.look(event, view)?.after
          if (after === undefined) return undefined
          const leader = leaders.add(after)
          const lost = leader === undefined ? undefined : commits.lostBy(leader)
          if (leader !== undefined && lost !== undefined) return violation(event.id, lost, leader)
          const commit = commits.add(after)
          const later = commit === undefined ? undefined : leaders.without(commit)
          if (commit === undefined || later === undefined) return undefined
          return violation(event.id, commit, later)
        },
      }
    },
  }
}

/** The logs with which nodes led; a log that grew out of one of them says nothing new. */
class Leaders {
  readonly #leaders = new Map<number, Leader[]>()

  /** Keeps the log with which this node leads; undefined when that is nothing new. */
  add(shown: ShownLog): Leader | undefined {
    if (shown.state?.role !== 'leader') return undefined
    const { term } = shown.state
    const known = this.#leaders.get(term) ?? []
    this.#leaders.set(term, known)
    if (known.some(({ shown: { log } }) => prefixAt(shown.log, log.index) === log)) return undefined
    const leader = { shown, term }
    known.push(leader)
    return leader
  }

  /** A leader that should hold the commit and does not. */
  without(commit: Commit): Leader | undefined {
    for (const leaders of this.#leaders.values()) {
      const found = leaders.find((leader) => isLost(commit, leader))
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** What was taken for committed, without what an earlier or longer commit says already. */
class Commits {
  readonly #commits: Commit[] = []
  /** The lowest term in which a log was taken for committed. */
  readonly #termOf = new Map<LogPrefix, number>()

  /** Keeps what the node takes for committed; undefined when that is nothing new. */
  add({ node, event, state, log, commitIndex }: ShownLog): Commit | undefined {
    const committed = prefixAt(log, Math.min(commitIndex, log.index))
    if (state === undefined || committed === undefined || committed.index === 0) return undefined
    const { term } = state
    if (this.#isCovered(committed, term)) return undefined
    let prefix: LogPrefix | undefined = committed
    while (prefix !== undefined && !this.#isCovered(prefix, term)) {
      this.#termOf.set(prefix, term)
      prefix = prefix.parent
    }
    const commit = { log: committed, term, node, event }
    const last = this.#commits.at(-1)
    const replaces = last?.term === term && prefixAt(committed, last.log.index) === last.log
    if (replaces) this.#commits.pop()
    this.#commits.push(commit)
    return commit
  }

  lostBy(leader: Leader): Commit | undefined {
    return this.#commits.find((commit) => isLost(commit, leader))
  }

  #isCovered(prefix: LogPrefix, term: number): boolean {
    const known = this.#termOf.get(prefix)
    return known !== undefined && known <= term
  }
}

function isLost(commit: Commit, leader: Leader): boolean {
  return commit.term < leader.term && !mayHold(leader.shown.log, commit.log)
}

function violation(event: EventId, commit: Commit, { shown, term }: Leader): Violation {
  const lost = firstLost(commit.log, shown.log)
  const related = [...new Set([commit.event, shown.event])].filter((id) => id !== event)
  return {
    event,
    message:
      `${shown.node} leads term ${term} without ${printEntry(lost)} at index ${lost.index}, ` +
      `which ${commit.node} took for committed in term ${commit.term}.`,
    related: related.sort((a, b) => a - b),
    nodes: [...new Set([commit.node, shown.node])],
  }
}
