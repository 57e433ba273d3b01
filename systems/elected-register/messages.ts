/** What the nodes of the elected register tell each other, and what a scenario sets. */
import type { NodeId } from '#kit/node.ts'

export type RegisterCommand =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }

export interface ElectedSettings {
  readonly initial: number
  readonly heartbeatMs: number
  /** A follower that hears no leader for so long, drawn anew each time, stands for election. */
  readonly electionMinMs: number
  readonly electionMaxMs: number
  /** Ask for support before raising the term (Ongaro 2014, section 9.6). */
  readonly preVote: boolean
  /** A leader that hears no majority steps down (Ongaro 2014, section 6.2). */
  readonly checkQuorum: boolean
}

/** One place of the log. A leader begins its term with an entry that changes nothing. */
export interface Entry {
  readonly term: number
  /** Names the request, so that it is not carried out twice; empty for a leader's first. */
  readonly key: string
  /** Null leaves the register as it is. */
  readonly value: number | null
}

/** A request on its way to the leader. */
export interface Task {
  readonly key: string
  readonly command: RegisterCommand
}

export type ElectedMessage =
  | {
      readonly type: 'ask vote'
      readonly term: number
      readonly lastTerm: number
      readonly length: number
      /** True: only asking whether it would be worth standing. */
      readonly isTrial: boolean
    }
  | { readonly type: 'vote'; readonly term: number; readonly isTrial: boolean }
  | {
      readonly type: 'beat'
      readonly term: number
      readonly round: number
      readonly log: readonly Entry[]
      readonly committed: number
    }
  | {
      readonly type: 'heard'
      readonly term: number
      readonly round: number
      readonly length: number
    }
  | { readonly type: 'forward'; readonly task: Task }
  | { readonly type: 'done'; readonly key: string; readonly value: number }

/** A node that was heard of, and up to where. */
export interface Heard {
  readonly node: NodeId
  readonly round: number
  readonly length: number
  /** On the leader's own clock. */
  readonly atMs: number
}
