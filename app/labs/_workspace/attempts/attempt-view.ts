/** What browser and server tell each other about attempts: plain data. */
import type { GradeOutcome } from '#core'
import type { SubmissionState } from '../../../_run/submission-view.ts'

/** How a run in the browser ended, in one word. */
export type RunOutcome = 'passed' | 'failed' | 'unknown' | 'does-not-compile'

/** What came of an attempt, as far as checks tell. */
export interface AttemptResult {
  readonly checksPassed: number
  readonly checksTotal: number
  /** One plain sentence: the first claim that broke, or why nothing ran; may be empty. */
  readonly broken: string
}

/** The body with which the browser reports a run of its own. */
export interface RunToRecord extends AttemptResult {
  readonly labId: string
  readonly stepId: string
  readonly source: string
  readonly outcome: RunOutcome
}

interface AttemptBase extends AttemptResult {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

/** One line of the timeline. The code itself is asked for by the id. */
export type AttemptView =
  | (AttemptBase & {
      readonly kind: 'run'
      readonly outcome: RunOutcome
      /** How many times in a row the same text ran with the same result. */
      readonly times: number
    })
  | (AttemptBase & {
      readonly kind: 'submission'
      /** The verdict's, or the state of a submission without one. */
      readonly outcome: GradeOutcome | Exclude<SubmissionState, 'graded'>
    })
  /** A draft that gave way to one from another tab or machine. */
  | (AttemptBase & { readonly kind: 'replaced' })

/** Attempts of each kind that are kept and listed for one step. */
export const ATTEMPTS_MAX = 200

/** Longest sentence of `broken`, in characters. */
export const BROKEN_LENGTH_MAX = 400
