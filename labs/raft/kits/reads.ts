/** What `import … from 'netsplit/raft-reads'` gives to a learner: the steps about reads. */
import * as kit from './membership.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type {
  Command,
  Entry,
  InstallSnapshot,
  InstallSnapshotReply,
  LastEntry,
  PreVote,
  PreVoteReply,
  RequestVote,
  RequestVoteReply,
  Result,
  Role,
  TimeoutNow,
} from './membership.ts'

/** An AppendEntries that says in which round it was sent, so that its answer can. */
export interface AppendEntries extends kit.AppendEntries {
  /** Grows with each round of AppendEntries of this leader. */
  readonly round: number
}

export interface AppendEntriesReply extends kit.AppendEntriesReply {
  /** The `round` of the AppendEntries that this answers. */
  readonly round: number
}

/** The messages of these steps. The checks read them, so keep their names and fields. */
export type Message =
  | Exclude<kit.Message, kit.AppendEntries | kit.AppendEntriesReply>
  | AppendEntries
  | AppendEntriesReply

/** A Raft server that answers reads without writing to its log. */
export abstract class RaftNode<
  M = Message,
  C = kit.Command,
  R = kit.Result,
  E = kit.Entry,
> extends kit.RaftNode<M, C, R, E> {
  /** How much faster or slower than true time a node's clock may run, in millionths. */
  get driftPpmMax(): number {
    return this.settings.driftPpmMax as number
  }
}
