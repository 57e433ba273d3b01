/** What the replicated log of these tests sends and stores, and what can be wrong with it. */
import type { NodeId } from '#kit/node.ts'

/** What can be wrong, each with the number that the catalogue of learners' bugs gives it. */
export type Bug =
  | 'none'
  | 'R04 vote before sync'
  | 'R07 no election restriction'
  | 'R30 no check of the previous term'
  | 'R33 unconditional truncation'
  | 'R38 half is a majority'
  | 'R39 takes the present end for acknowledged'
  | 'R44 applies twice'
  | 'R45 applies on append'
  | 'R50 new leader drops its tail'
  | 'R55 log not persisted'
  | 'Figure 8 commits old terms'
  | 'commit index goes back'

export interface Entry {
  readonly term: number
  readonly command: { readonly id: string }
}

export interface Snapshot {
  readonly index: number
  readonly term: number
  readonly state: readonly string[]
}

export type Message =
  | { type: 'RequestVote'; term: number; lastLogIndex: number; lastLogTerm: number }
  | { type: 'RequestVoteReply'; term: number; voteGranted: boolean }
  | {
      type: 'AppendEntries'
      term: number
      previous: number
      previousTerm: number
      entries: readonly Entry[]
      commit: number
    }
  | { type: 'AppendEntriesReply'; term: number; success: boolean; matched: number }
  | { type: 'InstallSnapshot'; term: number; snapshot: Snapshot }

export interface Stored {
  readonly term: number
  readonly vote: NodeId | null
  readonly log: readonly Entry[]
  readonly snapshot: Snapshot
}

export const NO_SNAPSHOT: Snapshot = { index: 0, term: 0, state: [] }
