/** What the page may know of a submission: plain data, the same from every route. */
import type { GradedCheck, GradeOutcome } from '#core'

export interface VerdictView {
  readonly outcome: GradeOutcome
  /** One plain sentence for the outcomes that are not about a check; may be empty. */
  readonly message: string
  /** Visible checks first. */
  readonly checks: readonly GradedCheck[]
  /** Ids of the checks whose failing run is kept for the diagram. */
  readonly runsKept: readonly string[]
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
export function isSettled(state: SubmissionState): boolean {
  return state === 'graded' || state === 'superseded'
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
