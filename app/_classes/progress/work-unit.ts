/** The pieces of work of a class: a column of the grid each. */
import type { Schedule } from '../schedule.ts'

export type WorkKind = 'step' | 'lesson' | 'quiz'

export interface WorkUnit {
  /** Distinct among the units of a class; see `unitKey`. */
  readonly key: string
  readonly assignmentId: string
  readonly kind: WorkKind
  /** Id of the lab or quiz, or slug of the lesson. */
  readonly target: string
  /** Of a lab's step; empty for others. */
  readonly stepId: string
  readonly title: string
  /** Where it is worked on. */
  readonly href: string
}

/** Names what a learner did, whichever assignment asks for it. */
export function factKey(kind: WorkKind, target: string, stepId: string): string {
  return kind === 'step' ? `${kind} ${target}/${stepId}` : `${kind} ${target}`
}

/** What one learner did of one piece of work. */
export interface WorkFacts {
  /** Submissions with a verdict, or times that a quiz was handed in. */
  readonly tries: number
  /** How many of them were wrong. */
  readonly failures: number
  readonly firstFailedAt: Date | undefined
  /** When it was first done: passed, read to its end, handed in. */
  readonly doneAt: Date | undefined
  readonly lastAt: Date | undefined
}

/** A unit and its dates for one learner. */
export interface UnitOfLearner {
  readonly unit: WorkUnit
  readonly schedule: Schedule
}
