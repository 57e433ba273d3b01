/** What `import … from 'netsplit/raft'` gives to a learner: the steps about elections. */
import { Node, type NodeId } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** Asks for a vote (Raft, Figure 2, RequestVote RPC). */
export interface RequestVote {
  readonly type: 'RequestVote'
  /** The candidate's term. */
  readonly term: number
  /** The candidate that asks. */
  readonly candidateId: NodeId
}

/** Answers a RequestVote. */
export interface RequestVoteReply {
  readonly type: 'RequestVoteReply'
  /** The voter's term, for the candidate to update itself. */
  readonly term: number
  /** True when the candidate got the vote for its term. */
  readonly voteGranted: boolean
}

/**
 * Asks whether a vote in the next term would be given (Ongaro's dissertation, section 9.6).
 * Nobody's term or vote changes for it. From the step “Pre-vote and check-quorum” on.
 */
export interface PreVote {
  readonly type: 'PreVote'
  /** The sender's present term; it would stand for the one after it. */
  readonly term: number
  readonly candidateId: NodeId
}

/** Answers a PreVote. */
export interface PreVoteReply {
  readonly type: 'PreVoteReply'
  /** The voter's present term. */
  readonly term: number
  /** The term that was asked about: the candidate's term plus one. */
  readonly nextTerm: number
  /** True when the voter would give its vote. */
  readonly voteGranted: boolean
}

/** A leader's heartbeat: AppendEntries without entries (Raft, Figure 2 and section 5.2). */
export interface AppendEntries {
  readonly type: 'AppendEntries'
  /** The leader's term. */
  readonly term: number
  readonly leaderId: NodeId
}

/** Answers an AppendEntries. */
export interface AppendEntriesReply {
  readonly type: 'AppendEntriesReply'
  /** The follower's term, for a stale leader to notice that it is one. */
  readonly term: number
  readonly success: boolean
}

/** The messages of these steps. The checks read them, so keep their names and fields. */
export type Message =
  | RequestVote
  | RequestVoteReply
  | PreVote
  | PreVoteReply
  | AppendEntries
  | AppendEntriesReply

/** What a node believes that it is (Raft, section 5.1). */
export type Role = 'follower' | 'candidate' | 'leader'

/**
 * A Raft server. The checks and the diagram watch its four fields after every handler,
 * so keep them true.
 */
export abstract class RaftNode<M = Message, Command = unknown, Result = unknown> extends Node<
  M,
  Command,
  Result
> {
  static override readonly watched: readonly string[] = [
    'role',
    'currentTerm',
    'votedFor',
    'leaderId',
  ]

  /** Follower, candidate or leader. */
  role: Role = 'follower'
  /** The latest term this node has seen; it only grows. Must survive a crash. */
  currentTerm = 0
  /** Who got this node's vote in `currentTerm`, or null. Must survive a crash. */
  votedFor: NodeId | null = null
  /** The leader that this node knows of in `currentTerm`, or null. */
  leaderId: NodeId | null = null

  /** How many nodes make a majority of the cluster. */
  get majority(): number {
    return Math.floor(this.nodes.length / 2) + 1
  }
}
