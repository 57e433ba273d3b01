/**
 * How well something is remembered, by FSRS 6 (ts-fsrs): its stability is the number of days after
 * which recall has fallen to 90 %. Steps within a day are left out: who misses a question meets it
 * again on another day, since to repeat what was just read says little about memory.
 */
import { type FSRS, fsrs, Rating as Grade } from 'ts-fsrs'

/** How an answer went: `hard` is right, but with luck or with parts missing. */
export type Rating = 'again' | 'hard' | 'good' | 'easy'

export interface Memory {
  /** Days after which recall is expected to be 90 %. */
  readonly stability: number
  /** From 1 to 10. */
  readonly difficulty: number
}

/** Nothing is asked later than this, in days: the course changes too. */
const INTERVAL_DAYS_MAX = 365

const GRADES = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
} as const satisfies Record<Rating, number>

/**
 * Memory after one more answer.
 * @param before undefined at the first answer
 * @param daysSince days since the last answer
 */
export function remembered(before: Memory | undefined, rating: Rating, daysSince: number): Memory {
  const days = Math.max(0, daysSince)
  const { stability, difficulty } = scheduler(0.9).next_state(before ?? null, days, GRADES[rating])
  return { stability, difficulty }
}

/** How likely it is recalled so many days after the last answer, from 0 to 1. */
export function recall(memory: Memory, daysSince: number): number {
  return scheduler(0.9).forgetting_curve(Math.max(0, daysSince), memory.stability)
}

/**
 * After how many days to ask again, at least one.
 * @param retention how likely recall shall be at that time, from 0.7 to 0.97
 */
export function intervalDays(memory: Memory, retention: number): number {
  return scheduler(retention).next_interval(memory.stability, 0)
}

const schedulers = new Map<number, FSRS>()

function scheduler(retention: number): FSRS {
  const known = schedulers.get(retention)
  if (known !== undefined) return known
  const made = fsrs({
    request_retention: retention,
    maximum_interval: INTERVAL_DAYS_MAX,
    enable_fuzz: false,
    enable_short_term: false,
  })
  schedulers.set(retention, made)
  return made
}
