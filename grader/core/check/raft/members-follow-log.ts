/** A node goes by the latest configuration in its log, and back when the log goes back. */
import type { EventId, NodeId } from '../../trace/event.ts'
import type { NodeView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { entryMembers, shownMembers } from './members.ts'
import { RAFT_LOG_FIELDS, type RaftLogView, raftLogView } from './raft-log-view.ts'

type Members = readonly NodeId[]

/** The members as of each entry that some node was seen to hold: index and term identify it. */
class Configurations {
  readonly #known = new Map<string, Members>()

  /** What the log amounts to; undefined where a snapshot hides it and no node showed it. */
  latest({ entries, snapshotIndex, snapshotTerm }: RaftLogView, start: Members) {
    let members = snapshotIndex === 0 ? start : this.#known.get(`${snapshotIndex} ${snapshotTerm}`)
    let index = snapshotIndex
    for (const entry of entries) {
      index++
      members = entryMembers(entry) ?? members
      const term = termOf(entry)
      if (members !== undefined && term !== undefined) this.#known.set(`${index} ${term}`, members)
    }
    return members
  }
}

export const membersFollowLog: Claim = {
  id: 'members-follow-log',
  sentence: 'A node goes by the latest members in its log, committed or not.',
  source: 'Raft, section 6; Ongaro’s dissertation, section 4.1',
  ask: 'What are the members once the entry that changed them is gone from the log, or in a snapshot?',
  monitor() {
    const configurations = new Configurations()
    let start: Members | undefined
    return {
      kinds: ['observe'],
      onEvent(event, view) {
        if (event.kind !== 'observe') return undefined
        const node = view.node(event.node)
        // All nodes begin with the members that the scenario gives them.
        start ??= shownMembers(node)
        return judge(event.id, node, shownMembers(node), configurations, start)
      },
    }
  },
}

function judge(
  event: EventId,
  node: NodeView,
  shown: Members,
  configurations: Configurations,
  start: Members,
) {
  const log = raftLogView(node, RAFT_LOG_FIELDS)
  if (typeof log === 'string') return undefined
  const due = configurations.latest(log, start)
  if (due === undefined || isSame(shown, due)) return undefined
  return {
    event,
    message: `${node.id} goes by the members ${shown.join(', ') || 'nobody'}, but its log says ${due.join(', ')}.`,
    related: [],
    nodes: [node.id],
  }
}

/** The order in which members are listed says nothing. */
function isSame(a: Members, b: Members): boolean {
  return a.length === b.length && a.every((member) => b.includes(member))
}

function termOf(entry: unknown): number | undefined {
  if (typeof entry !== 'object' || entry === null || !('term' in entry)) return undefined
  return typeof entry.term === 'number' ? entry.term : undefined
}
