/**
 * When an assignment is open, late or closed for one learner, and how much late work counts:
 * pure functions of the rules and an instant, so that staff can ask about any day.
 */

const MS_PER_DAY = 86_400_000

export interface Schedule {
  readonly opensAt: Date
  /** Undefined for work that is never due. */
  readonly dueAt: Date | undefined
  /** Until when late work counts; undefined: not at all. Never before `dueAt`. */
  readonly lateUntil: Date | undefined
  /** Percent of the credit that each day begun after the due date costs, from 0 to 100. */
  readonly latePercentDay: number
}

export type Standing =
  | { readonly kind: 'not-open'; readonly opensAt: Date }
  | { readonly kind: 'open'; readonly dueAt: Date | undefined }
  | {
      readonly kind: 'late'
      readonly dueAt: Date
      readonly until: Date
      /** What work that is done at this instant counts, in percent. */
      readonly creditPercent: number
    }
  | { readonly kind: 'closed'; readonly since: Date }

/**
 * The schedule as it is for a learner with an extension. An extension never takes time away, and
 * moves the end of the late period by as much as the due date.
 * @param extendedTo the due date of this learner, if they have one of their own
 */
export function scheduleFor(schedule: Schedule, extendedTo: Date | undefined): Schedule {
  const { dueAt, lateUntil } = schedule
  if (extendedTo === undefined || dueAt === undefined || extendedTo <= dueAt) return schedule
  const moved = extendedTo.getTime() - dueAt.getTime()
  return {
    ...schedule,
    dueAt: extendedTo,
    lateUntil: lateUntil === undefined ? undefined : new Date(lateUntil.getTime() + moved),
  }
}

/** How the work stands at an instant; a due date is the first instant that is late. */
export function standingAt(schedule: Schedule, now: Date): Standing {
  const { opensAt, dueAt, lateUntil } = schedule
  if (now < opensAt) return { kind: 'not-open', opensAt }
  if (dueAt === undefined || now < dueAt) return { kind: 'open', dueAt }
  if (lateUntil === undefined || now >= lateUntil) {
    return { kind: 'closed', since: lateUntil ?? dueAt }
  }
  return { kind: 'late', dueAt, until: lateUntil, creditPercent: creditAt(schedule, now) }
}

/**
 * What work counts that is done at this instant, in percent. Work done before it opens counts in
 * full: labs and lessons are public, and nobody loses by being early.
 */
export function creditAt({ dueAt, lateUntil, latePercentDay }: Schedule, doneAt: Date): number {
  if (dueAt === undefined || doneAt < dueAt) return 100
  if (lateUntil === undefined || doneAt >= lateUntil) return 0
  return Math.max(0, 100 - latePercentDay * daysLate({ dueAt }, doneAt))
}

/** Whole days begun since it was due: one from the first instant on, and 0 before. */
export function daysLate({ dueAt }: Pick<Schedule, 'dueAt'>, doneAt: Date): number {
  if (dueAt === undefined || doneAt < dueAt) return 0
  return Math.floor((doneAt.getTime() - dueAt.getTime()) / MS_PER_DAY) + 1
}

/** The first instant at which nothing counts any more; undefined: always. */
export function closesAt({ dueAt, lateUntil }: Schedule): Date | undefined {
  return lateUntil ?? dueAt
}

/** What is wrong with these dates, as one sentence; undefined when they may be kept. */
export function scheduleProblem(schedule: Schedule): string | undefined {
  const { opensAt, dueAt, lateUntil, latePercentDay } = schedule
  if (!Number.isInteger(latePercentDay) || latePercentDay < 0 || latePercentDay > 100) {
    return 'A late day costs a whole number of percent, from 0 to 100.'
  }
  if (dueAt === undefined) {
    return lateUntil === undefined
      ? undefined
      : 'Work that is never due cannot be late: give a due date, or no end of the late period.'
  }
  if (dueAt <= opensAt) return 'It would be due before it opens: choose a later due date.'
  if (lateUntil !== undefined && lateUntil <= dueAt) {
    return 'The late period would end before it begins: choose an end after the due date.'
  }
  return undefined
}
