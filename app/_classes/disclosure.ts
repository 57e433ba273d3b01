/**
 * What a class lets its learners see of a step beside their own work, and share of it. The
 * assignments of several classes may name one step: the strictest counts.
 */
import { type Schedule, standingAt } from './schedule.ts'

export type Disclosure = 'asUsual' | 'afterDue' | 'never'

/** The rules of one assignment for one learner. */
export interface StepRules {
  /** With the learner's extension in it. */
  readonly schedule: Schedule
  readonly reference: Disclosure
  readonly hints: Disclosure
  readonly allowsSharing: boolean
}

export interface StepRights {
  /** Undefined when it may be seen, else a sentence that says why not. */
  readonly reference: string | undefined
  readonly hints: string | undefined
  readonly sharing: string | undefined
}

/** What these rules leave of the site's own at an instant. */
export function rightsAt(rules: readonly StepRules[], now: Date): StepRights {
  const refusal = (what: 'reference' | 'hints', name: string): string | undefined => {
    if (rules.some((one) => one[what] === 'never')) return `Your class does not show ${name}.`
    const waits = rules.some((one) => one[what] === 'afterDue' && isBeforeDue(one.schedule, now))
    return waits ? `Your class shows ${name} once the work is due.` : undefined
  }
  const keepsRuns = rules.some(
    ({ allowsSharing, schedule }) => !allowsSharing && !isClosed(schedule, now),
  )
  return {
    reference: refusal('reference', 'the reference solution of this step'),
    hints: refusal('hints', 'the hints of this step'),
    sharing: keepsRuns
      ? 'Your class asks not to share runs with code of this step until its assignment is closed.'
      : undefined,
  }
}

/** Work that is never due hides what comes after its due date for good. */
function isBeforeDue({ dueAt }: Schedule, now: Date): boolean {
  return dueAt === undefined || now < dueAt
}

function isClosed(schedule: Schedule, now: Date): boolean {
  return standingAt(schedule, now).kind === 'closed'
}
