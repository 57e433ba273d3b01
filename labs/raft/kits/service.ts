/** What `import … from 'netsplit/raft-service'` gives to a learner: the steps about clients. */
import * as kit from './log.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type {
  AppendEntriesReply,
  LastEntry,
  PreVote,
  PreVoteReply,
  RequestVote,
  RequestVoteReply,
  Role,
} from './log.ts'

/** An entry that remembers which client's request it came from. */
export interface Entry extends kit.Entry {
  /** `request.client` of the request, or undefined for entries of the leader itself. */
  readonly client?: string
  /** `request.id`: grows with each new request of a client; a retry carries it again. */
  readonly id?: number
}

export interface AppendEntries extends kit.AppendEntries<Entry> {}

/** The messages of these steps. The checks read them, so keep their names and fields. */
export type Message =
  | kit.RequestVote
  | kit.RequestVoteReply
  | kit.PreVote
  | kit.PreVoteReply
  | AppendEntries
  | kit.AppendEntriesReply

/** What clients ask of the key-value store. */
export type Command =
  /** Answered with the value, or null when there is none. */
  | { readonly op: 'get'; readonly key: string }
  /** Answered with null. */
  | { readonly op: 'put'; readonly key: string; readonly value: string }
  /** Adds to the end of the value; answered with null. */
  | { readonly op: 'append'; readonly key: string; readonly value: string }
  /** Sets `value` if the present value is `expected`; answered with whether it was. */
  | {
      readonly op: 'cas'
      readonly key: string
      readonly expected: string | null
      readonly value: string
    }

/** What clients are answered. */
export type Result = string | boolean | null

/** A Raft server that serves clients. The checks watch seven fields after every handler. */
export abstract class RaftNode<
  M = Message,
  C = Command,
  R = Result,
  E = Entry,
> extends kit.RaftNode<M, C, R, E> {
  static override readonly watched: readonly string[] = [...kit.RaftNode.watched, 'lastApplied']

  /** Index of the newest entry handed to the state machine; never above `commitIndex`. */
  lastApplied = 0
}
