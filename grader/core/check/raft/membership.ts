/**
 * Changes of a Raft cluster's members, one server at a time (Ongaro's dissertation, chapter 4),
 * and the rule that its first version lacked (Ongaro's post to raft-dev of July 2015).
 */
import { jsonFields } from '../../json.ts'
import type { Json, NodeId, OperationId } from '../../trace/event.ts'
import type { NodeView } from '../../trace/world-view.ts'
import type { Claim, Monitor } from '../claim.ts'
import { entryMembers, shownMembers } from './members.ts'
import { RAFT_LOG_FIELDS, type RaftLogView, raftLogView } from './raft-log-view.ts'
import { raftState } from './raft-view.ts'

/** A leader's new entry that changes the members. */
interface Change {
  readonly leader: NodeId
  readonly term: number
  readonly index: number
  readonly members: readonly NodeId[]
  readonly log: RaftLogView
  /** The change before it in the same log: its index, or 0 when the log shows none. */
  readonly previousIndex: number
  readonly previousMembers: readonly NodeId[] | undefined
}

export const oneChangeAtATime: Claim = {
  id: 'one-change-at-a-time',
  sentence: 'A leader begins no change of members before the one before it is committed.',
  source: 'Ongaro, Consensus: Bridging Theory and Practice (2014), section 4.1',
  ask: 'Two changes of one server each: which two majorities need then not overlap?',
  monitor: () =>
    eachChange(({ leader, index, previousIndex, log }) => {
      if (previousIndex <= log.commitIndex) return undefined
      return (
        `${leader} began a change of members at index ${index} while the one at index ` +
        `${previousIndex} was not committed; its commit index was ${log.commitIndex}.`
      )
    }),
}

export const changesOneMember: Claim = {
  id: 'changes-one-member',
  sentence: 'A change of members adds or removes one server.',
  source: 'Ongaro, Consensus: Bridging Theory and Practice (2014), section 4.1',
  ask: 'Is there a majority of the old members and one of the new that share no node?',
  monitor: () =>
    eachChange(({ leader, index, members, previousMembers }) => {
      if (previousMembers === undefined) return undefined
      const added = members.filter((member) => !previousMembers.includes(member))
      const removed = previousMembers.filter((member) => !members.includes(member))
      if (added.length + removed.length <= 1) return undefined
      return (
        `${leader} changed the members from ${namesOf(previousMembers)} to ${namesOf(members)} ` +
        `with the one entry at index ${index}.`
      )
    }),
}

export const changesAfterOwnCommit: Claim = {
  id: 'changes-after-own-commit',
  sentence: 'A leader begins a change of members only once an entry of its own term is committed.',
  source: 'Ongaro, raft-dev, "bug in single-server membership changes" (2015)',
  ask: 'Which change of an earlier leader may still be in somebody’s log, and may still win?',
  monitor: () =>
    eachChange(({ leader, term, index, log }) => {
      if (termAt(log, log.commitIndex) >= term) return undefined
      return (
        `${leader}, the leader of term ${term}, began a change of members at index ${index} ` +
        `before it had committed an entry of that term.`
      )
    }),
}

/**
 * Who asked for a change is told ok when it is done. Commands are those of the kit:
 * `{ op: 'add-member', node }` and `{ op: 'remove-member', node }`.
 */
export const changeIsDone: Claim = {
  id: 'change-is-done',
  sentence: 'Whoever asks for a change of members is told ok once it is committed, not before.',
  source: 'Ongaro’s dissertation, section 4.1',
  ask: 'What did the node that answered know to be committed?',
  monitor() {
    const wishes = new Map<OperationId, Wish>()
    let start: readonly NodeId[] | undefined
    return {
      kinds: ['invoke', 'observe', 'reply'],
      onEvent(event, view) {
        if (event.kind === 'invoke') {
          const wish = wishIn(JSON.parse(event.body) as Json)
          if (wish !== undefined) wishes.set(event.operation, wish)
        }
        // All nodes begin with the members that the scenario gives them.
        if (event.kind === 'observe') start ??= shownMembers(view.node(event.node))
        if (event.kind === 'observe' && wishes.size > 0) {
          const members = committedMembers(view.node(event.node), start)
          for (const wish of wishes.values()) wish.isDone ||= isGranted(wish, members)
        }
        if (event.kind !== 'reply' || event.outcome !== 'ok') return undefined
        const wish = wishes.get(event.operation)
        const members = committedMembers(view.node(event.node), start)
        if (wish === undefined || members === undefined) return undefined
        if (wish.isDone || isGranted(wish, members)) return undefined
        const { node, op } = wish
        const done = op === 'add-member' ? 'added' : 'removed'
        return {
          event: event.id,
          message: `${event.node} said that ${node} was ${done}, but the committed members are ${namesOf(members)}.`,
          related: [],
          nodes: [event.node],
        }
      },
    }
  },
}

interface Wish {
  readonly op: 'add-member' | 'remove-member'
  readonly node: NodeId
  /** Some node has shown it to be committed; another change may have undone it since. */
  isDone: boolean
}

function wishIn(command: Json): Wish | undefined {
  const { op, node } = jsonFields(command) ?? {}
  if ((op !== 'add-member' && op !== 'remove-member') || typeof node !== 'string') return undefined
  return { op, node, isDone: false }
}

function isGranted({ op, node }: Wish, members: readonly NodeId[] | undefined): boolean {
  return members !== undefined && members.includes(node) === (op === 'add-member')
}

/** The members of the latest committed change; undefined where a snapshot hides them. */
function committedMembers(
  node: NodeView,
  start: readonly NodeId[] | undefined,
): readonly NodeId[] | undefined {
  const log = raftLogView(node, RAFT_LOG_FIELDS)
  if (typeof log === 'string') return undefined
  const { entries, commitIndex, snapshotIndex } = log
  const changes = entries.map(entryMembers)
  const committed = changes.slice(0, Math.max(0, commitIndex - snapshotIndex))
  const changed = committed.findLast((each) => each !== undefined)
  if (changed !== undefined) return changed
  if (snapshotIndex === 0) return start
  // A snapshot holds what is committed; unless the log changes them again, the node goes by these.
  return changes.some((each) => each !== undefined) ? undefined : shownMembers(node)
}

/** A leader that a committed entry has removed has nothing left to lead. */
export const removedLeaderStepsDown: Claim = {
  id: 'removed-leader-steps-down',
  sentence: 'A leader steps down once its own removal is committed.',
  source: 'Raft, section 6; Ongaro’s dissertation, section 4.2.2',
  ask: 'Up to which moment is a leader that is no member still needed?',
  monitor: () => ({
    kinds: ['observe'],
    onEvent(event, view) {
      if (event.kind !== 'observe') return undefined
      const node = view.node(event.node)
      const log = raftLogView(node, RAFT_LOG_FIELDS)
      if (raftState(node)?.role !== 'leader' || typeof log === 'string') return undefined
      const { commitIndex, snapshotIndex, entries } = log
      const last = entries.findLastIndex((entry) => entryMembers(entry) !== undefined)
      const members = last < 0 ? undefined : entryMembers(entries[last] as Json)
      if (members === undefined || members.includes(event.node)) return undefined
      if (snapshotIndex + last + 1 > commitIndex) return undefined
      return {
        event: event.id,
        message: `${event.node} goes on leading, although the members are ${namesOf(members)} and that is committed.`,
        related: [],
        nodes: [event.node],
      }
    },
  }),
}

/** Judges each entry that changes the members when its leader takes it into its log. */
function eachChange(judge: (change: Change) => string | undefined): Monitor {
  const lastIndexes = new Map<NodeId, { readonly term: number; readonly lastIndex: number }>()
  return {
    kinds: ['observe', 'crash'],
    onEvent(event, view) {
      if (event.kind === 'crash') lastIndexes.delete(event.node)
      if (event.kind !== 'observe') return undefined
      const node = view.node(event.node)
      const state = raftState(node)
      const log = raftLogView(node, RAFT_LOG_FIELDS)
      if (state === undefined || typeof log === 'string') return undefined
      const lastIndex = log.snapshotIndex + log.entries.length
      const before = lastIndexes.get(event.node)
      lastIndexes.set(event.node, { term: state.term, lastIndex })
      if (state.role !== 'leader' || before === undefined || lastIndex <= before.lastIndex) {
        return undefined
      }
      for (let index = before.lastIndex + 1; index <= lastIndex; index++) {
        const change = changeAt(event.node, log, { index, term: state.term })
        const message = change === undefined ? undefined : judge(change)
        if (message === undefined) continue
        return { event: event.id, message, related: [], nodes: [event.node] }
      }
      return undefined
    },
  }
}

/** The change that the leader made with this entry; undefined for one that is no change. */
function changeAt(
  leader: NodeId,
  log: RaftLogView,
  { index, term }: { readonly index: number; readonly term: number },
): Change | undefined {
  const members = membersAt(log, index)
  if (members === undefined || termAt(log, index) !== term) return undefined
  let previousIndex = index - 1
  while (previousIndex > log.snapshotIndex && membersAt(log, previousIndex) === undefined) {
    previousIndex--
  }
  const previousMembers = membersAt(log, previousIndex)
  return {
    leader,
    term,
    index,
    members,
    log,
    previousMembers,
    previousIndex: previousMembers === undefined ? 0 : previousIndex,
  }
}

function membersAt(log: RaftLogView, index: number): readonly NodeId[] | undefined {
  const entry = log.entries[index - log.snapshotIndex - 1]
  return entry === undefined ? undefined : entryMembers(entry)
}

function termAt(log: RaftLogView, index: number): number {
  if (index === log.snapshotIndex) return log.snapshotTerm
  const entry = log.entries[index - log.snapshotIndex - 1]
  if (typeof entry !== 'object' || entry === null || !('term' in entry)) return 0
  return typeof entry.term === 'number' ? entry.term : 0
}

function namesOf(members: readonly NodeId[]): string {
  return members.length === 0 ? 'nobody' : members.join(', ')
}
