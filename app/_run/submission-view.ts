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
}

export interface SubmissionView {
  readonly id: string
  readonly state: 'queued' | 'running' | 'graded'
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** Place in the queue from 1 while `queued`, else 0. */
  readonly position: number
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
