/** One go at a piece of work, and which of several counts. */
import { closesAt, creditAt, type Schedule } from '../schedule.ts'

export type AttemptPolicy = 'best' | 'last' | 'lastBeforeDue'
export type ShareRule = 'share' | 'allOrNothing'

export interface Attempt {
  /** Its place among the learner's that were judged, from 1. */
  readonly number: number
  /** When it was handed in. */
  readonly at: Date
  /** Checks that hold, or how much of a quiz is right, and of how many. */
  readonly held: number
  readonly total: number
  readonly isPassed: boolean
  readonly gradedAt: Date
  /** The version of the lab that judged it again for this class, if one did. */
  readonly regradedBy: number | undefined
}

/**
 * How much of it counts, from 0 to 1, before lateness. What did not pass although all that was
 * judged holds was not judged to its end, as at a time limit: it has no share.
 */
export function shareOf(
  { isPassed, held, total }: Pick<Attempt, 'isPassed' | 'held' | 'total'>,
  rule: ShareRule,
): number {
  if (isPassed) return 1
  return rule === 'allOrNothing' || held >= total ? 0 : held / total
}

export interface CountedAttempt {
  readonly attempt: Attempt
  readonly share: number
  /** What lateness leaves of it, in percent. */
  readonly creditPercent: number
}

interface Rules {
  readonly schedule: Schedule
  readonly attemptPolicy: AttemptPolicy
  readonly shareRule: ShareRule
}

/**
 * The attempt that counts; undefined when none does. Of those that give the same, the earliest is
 * the best: nobody has to wonder whether a later one did harm.
 * @param attempts in the order in which they were handed in
 */
export function countedAttempt(
  attempts: readonly Attempt[],
  { schedule, attemptPolicy, shareRule }: Rules,
): CountedAttempt | undefined {
  const endsAt = attemptPolicy === 'lastBeforeDue' ? schedule.dueAt : closesAt(schedule)
  const counting = attempts
    .filter(({ at }) => endsAt === undefined || at < endsAt)
    .map((attempt) => ({
      attempt,
      share: shareOf(attempt, shareRule),
      creditPercent: creditAt(schedule, attempt.at),
    }))
  if (attemptPolicy !== 'best') return counting.at(-1)
  return counting.reduce<CountedAttempt | undefined>(
    (best, one) => (best === undefined || worthOf(one) > worthOf(best) ? one : best),
    undefined,
  )
}

function worthOf({ share, creditPercent }: CountedAttempt): number {
  return share * creditPercent
}
