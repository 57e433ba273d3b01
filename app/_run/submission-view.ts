/** What the page may know of a submission: plain data, the same from every route. */
import type { GradedCheck, GradedShrink, GradeOutcome } from '#core'

export interface VerdictView {
  readonly outcome: GradeOutcome
  /** One plain sentence for the outcomes that are not about a check; may be empty. */
  readonly message: string
  /** Visible checks first. */
  readonly checks: readonly GradedCheck[]
  /** Ids of the checks whose failing run is kept for the diagram. */
  readonly runsKept: readonly string[]
  /** Ids of the checks whose failing run was too large to keep. */
  readonly runsTooLarge?: readonly string[]
  /** Smaller runs that fail as those do, as far as they were found. */
  readonly shrunk?: readonly (GradedShrink & { readonly checkId: string })[]
  /** Whether more of them may come. */
  readonly isShrinking?: boolean
  /** When this verdict took the place of one by an earlier version of the lab. */
  readonly regraded?: { readonly labVersion: number; readonly at: string }
}

/**
 * `superseded` by a newer submission of the step before any grading; `setAside` when
 * nobody could grade it, for no fault of the learner's, until the operator retries it.
 */
export type SubmissionState = 'queued' | 'running' | 'graded' | 'superseded' | 'setAside'

/** Whether a grader is at work on it or soon will be. */
export function isOpen(state: SubmissionState): boolean {
  return state === 'queued' || state === 'running'
}

/** Whether its state may still change while somebody looks. */
function isSettled(state: SubmissionState): boolean {
  return state === 'graded' || state === 'superseded'
}

/** Whether somebody who looks has seen the last of it. */
export function isFinal({ state, verdict }: SubmissionView): boolean {
  return isSettled(state) && verdict?.isShrinking !== true
}

export interface SubmissionView {
  readonly id: string
  readonly state: SubmissionState
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** Place in the queue from 1 while `queued`, else 0. */
  readonly position: number
  /** Until the verdict, while `queued` and when earlier gradings tell. */
  readonly estimateMs?: number
  /** Whether any grader has given a sign of life lately. */
  readonly isGraderUp: boolean
  readonly seedsDone: number
  readonly seedsTotal: number
  /** Once `graded`. */
  readonly verdict?: VerdictView
}

/** The newest submission of a step, with its text, to offer it when the draft is older. */
export interface LatestSubmission {
  readonly view: SubmissionView
  readonly source: string
}

/** The body of every refusal: one plain sentence. */
export interface Refusal {
  readonly error: string
}

/** Longest source that is taken, in UTF-8 bytes. */
export const SOURCE_BYTES_MAX = 65_536
