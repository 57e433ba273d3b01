/** What `import … from 'netsplit/raft'` gives to a learner. */
import { Node } from '../kit/node.ts'

export type { Disk } from '../kit/disk.ts'
export { Node, type NodeId, type Request } from '../kit/node.ts'

import type { NodeId } from '../kit/node.ts'

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

/** The messages of this lab. The checks read them, so keep their names and fields. */
export type Message = RequestVote | RequestVoteReply | AppendEntries | AppendEntriesReply

/** What a node believes that it is (Raft, section 5.1). */
export type Role = 'follower' | 'candidate' | 'leader'

/**
 * A Raft server. The checks and the diagram watch its four fields after every handler,
 * so keep them true.
 */
export abstract class RaftNode extends Node<Message> {
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
