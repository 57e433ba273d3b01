/** What `import … from 'netsplit/raft-membership'` gives to a learner. */
import type { NodeId } from '../../kit/node.ts'
import * as kit from './snapshots.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type {
  AppendEntriesReply,
  InstallSnapshotReply,
  LastEntry,
  PreVote,
  PreVoteReply,
  RequestVoteReply,
  Role,
} from './snapshots.ts'

/** An entry; those that change the cluster carry its new members. */
export interface Entry extends kit.Entry {
  /** The members from this entry on (dissertation, section 4.1); undefined: no change. */
  readonly members?: readonly NodeId[]
}

export interface AppendEntries extends Omit<kit.AppendEntries, 'entries'> {
  readonly entries: readonly Entry[]
}

export interface InstallSnapshot extends kit.InstallSnapshot {
  /** The members as of `lastIncludedIndex`. */
  readonly members: readonly NodeId[]
}

/** Tells a node to stand for election at once (dissertation, section 3.10). */
export interface TimeoutNow {
  readonly type: 'TimeoutNow'
  readonly term: number
  readonly leaderId: NodeId
}

/** A RequestVote; one that follows a TimeoutNow says so, so that voters do not refuse it. */
export interface RequestVote extends kit.RequestVote {
  readonly isTransfer?: boolean
}

/** The messages of these steps. The checks read them, so keep their names and fields. */
export type Message =
  | RequestVote
  | kit.RequestVoteReply
  | kit.PreVote
  | kit.PreVoteReply
  | AppendEntries
  | kit.AppendEntriesReply
  | InstallSnapshot
  | kit.InstallSnapshotReply
  | TimeoutNow

/** What clients and operators ask for. */
export type Command =
  | kit.Command
  /** Adds a member; answered with true once that is committed, refused when it cannot be. */
  | { readonly op: 'add-member'; readonly node: NodeId }
  | { readonly op: 'remove-member'; readonly node: NodeId }
  /** Hands leadership over; answered with true once it has begun, with false if `to` is no member. */
  | { readonly op: 'transfer'; readonly to: NodeId }

export type Result = kit.Result

/** A Raft server whose cluster changes. The checks watch ten fields after every handler. */
export abstract class RaftNode<
  M = Message,
  C = Command,
  R = Result,
  E = Entry,
> extends kit.RaftNode<M, C, R, E> {
  static override readonly watched: readonly string[] = [...kit.RaftNode.watched, 'members']

  /** The members of the latest configuration in this node's log, committed or not. */
  members: readonly NodeId[] = this.settings.members as readonly NodeId[]

  /** How many nodes make a majority of `members`. */
  override get majority(): number {
    return Math.floor(this.members.length / 2) + 1
  }
}
