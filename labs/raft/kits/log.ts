/** What `import … from 'netsplit/raft-log'` gives to a learner: the steps about the log. */
import type { NodeId } from '../../kit/node.ts'
import * as election from './election.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type { PreVoteReply, RequestVoteReply, Role } from './election.ts'

/** One entry of the log (Raft, section 5.3). Entries count from 1: `log[0]` is entry 1. */
export interface Entry {
  /** The term in which a leader took the command. */
  readonly term: number
  /** What the client asked for; Raft does not look inside. */
  readonly command: unknown
}

/** Where the sender's log ends, for voters to compare (Raft, section 5.4.1). */
export interface LastEntry {
  /** Index of the sender's last entry; 0 when its log is empty. */
  readonly lastLogIndex: number
  /** Term of that entry; 0 when its log is empty. */
  readonly lastLogTerm: number
}

export interface RequestVote extends election.RequestVote, LastEntry {}

export interface PreVote extends election.PreVote, LastEntry {}

/** Copies entries, and is the heartbeat when it carries none (Raft, Figure 2). */
export interface AppendEntries<E = Entry> extends election.AppendEntries {
  /** Index of the entry right before the new ones; 0 when they begin the log. */
  readonly prevLogIndex: number
  /** Term of that entry; 0 when there is none. */
  readonly prevLogTerm: number
  /** The new entries, in order; none in a heartbeat. */
  readonly entries: readonly E[]
  /** The leader's `commitIndex`. */
  readonly leaderCommit: number
}

/**
 * Answers an AppendEntries. Messages are not calls: a reply must say by itself what it
 * answers, because it may come late, twice, or after another one.
 */
export interface AppendEntriesReply extends election.AppendEntriesReply {
  /** The `prevLogIndex` of the AppendEntries that this answers. */
  readonly prevLogIndex: number
  /** On success: up to which index the follower's log now equals what was sent. Else 0. */
  readonly matchIndex: number
  /** On refusal, from the step “Fast backtracking” on: term of the entry in the way, if any. */
  readonly conflictTerm?: number | null
  /** On refusal: first index of that term, or the index after the follower's last entry. */
  readonly conflictIndex?: number
}

/** The messages of these steps. The checks read them, so keep their names and fields. */
export type Message =
  | RequestVote
  | election.RequestVoteReply
  | PreVote
  | election.PreVoteReply
  | AppendEntries
  | AppendEntriesReply

/** A Raft server with a log. The checks watch six fields after every handler. */
export abstract class RaftNode<
  M = Message,
  Command = unknown,
  Result = unknown,
  E = Entry,
> extends election.RaftNode<M, Command, Result> {
  static override readonly watched: readonly string[] = [
    ...election.RaftNode.watched,
    'log',
    'commitIndex',
  ]

  /** The log: `log[0]` is entry 1. Must survive a crash. */
  log: E[] = []
  /** Index of the newest entry known to be committed; it only grows, from 0 after a restart. */
  commitIndex = 0

  /** Whom a client should ask: the leader that this node knows of, or an empty text. */
  get leaderHint(): NodeId {
    return this.leaderId ?? ''
  }
}
