/** What `import … from 'netsplit/raft-snapshots'` gives to a learner. */
import type { NodeId } from '../../kit/node.ts'
import * as kit from './service.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type {
  AppendEntries,
  AppendEntriesReply,
  Command,
  Entry,
  LastEntry,
  PreVote,
  PreVoteReply,
  RequestVote,
  RequestVoteReply,
  Result,
  Role,
} from './service.ts'

/** Gives a follower the state in place of entries that are gone (Raft, Figure 13). */
export interface InstallSnapshot {
  readonly type: 'InstallSnapshot'
  /** The leader's term. */
  readonly term: number
  readonly leaderId: NodeId
  /** The snapshot replaces all entries up to and including this one. */
  readonly lastIncludedIndex: number
  /** Term of that entry. */
  readonly lastIncludedTerm: number
  /** The state machine and the clients' sessions, as you keep them. Sent whole. */
  readonly state: unknown
}

/** Answers an InstallSnapshot. */
export interface InstallSnapshotReply {
  readonly type: 'InstallSnapshotReply'
  readonly term: number
  /** The `lastIncludedIndex` that this answers; 0 for an offer of an older term. */
  readonly lastIncludedIndex: number
}

/** The messages of these steps. The checks read them, so keep their names and fields. */
export type Message = kit.Message | InstallSnapshot | InstallSnapshotReply

/** A Raft server that forgets old entries. The checks watch nine fields after every handler. */
export abstract class RaftNode<
  M = Message,
  C = kit.Command,
  R = kit.Result,
  E = kit.Entry,
> extends kit.RaftNode<M, C, R, E> {
  static override readonly watched: readonly string[] = [
    ...kit.RaftNode.watched,
    'snapshotIndex',
    'snapshotTerm',
  ]

  /** The snapshot replaces entries up to this one; `log[0]` is the entry after it. */
  snapshotIndex = 0
  /** Term of the entry at `snapshotIndex`. */
  snapshotTerm = 0

  /** How many entries `log` may hold at most. */
  get logEntriesMax(): number {
    return this.settings.logEntriesMax as number
  }
}
