/** What browser and server tell each other about drafts: plain data. */

/** A draft as the server keeps it. */
export interface StoredDraft {
  readonly source: string
  /** Names this state of the draft; a later saving says from which one it was edited. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly savedAt: string
}

/** Who the server keeps drafts for. */
export interface Owner {
  readonly id: string
  readonly isGuest: boolean
}

/** The body of a saving. */
export interface DraftToSave {
  readonly labId: string
  readonly stepId: string
  readonly source: string
  /** Names the text from now on: a UUID of the sender's, so that a lost answer does no harm. */
  readonly version: string
  /** The versions that it comes from: the last that was answered, and those sent since. */
  readonly bases: readonly string[]
  /** Whom the page belongs to; left out by strangers, who may become guests by saving. */
  readonly ownerId?: string
}

/** The answer to a saving. */
export interface SavedDraft {
  readonly version: string
  readonly savedAt: string
  readonly owner: Owner
  /** What the draft was, when it was none of the versions that this text comes from. */
  readonly replaced?: ReplacedDraft
}

/** A draft that gave way to another; an attempt keeps it. */
export interface ReplacedDraft {
  readonly attemptId: string
  /** When it was saved as the draft. ISO 8601, UTC. */
  readonly savedAt: string
}

/** Versions that a saving may name: there are seldom more than two. */
export const BASES_MAX = 8

/** A step of the lab before the one that is open. */
export interface EarlierStep {
  readonly id: string
  readonly title: string
  /** What the code of that step imports, such as `netsplit/raft`. */
  readonly kit: string
  /** The reader's, as far as the server knows it. */
  readonly code?: EarlierCode
}

export interface EarlierCode {
  /** At hand for the step right before this one; of others it is fetched when it is wanted. */
  readonly source?: string
  /** It passed every check; otherwise it is the draft. */
  readonly isPassed: boolean
}

/** What the server lays out for the page of a step. */
export interface Desk {
  /** Left out for strangers. */
  readonly owner?: Owner
  readonly draft?: StoredDraft
  /** The newest draft that gave way to another. */
  readonly replaced?: ReplacedDraft
  /** What the code of this step imports. */
  readonly kit: string
  /** The step begins something new: the code of the step before is no start for it. */
  readonly isFresh: boolean
  /** In the order of the lab. */
  readonly earlier: readonly EarlierStep[]
  /** A submission of this step passed, so that the reference may be shown. */
  readonly hasPassed: boolean
}
