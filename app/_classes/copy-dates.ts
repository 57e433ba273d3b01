/** Dates of a class moved to a new term: by whole days, at the same times of the day. */
import type { Schedule } from './schedule.ts'
import { addDays, instantOf, wallTimeOf } from './time-zone.ts'

/** The zone of the class and the one of its copy. */
interface Move {
  readonly days: number
  readonly from: string
  readonly to: string
}

/** Summer time may begin or end in between: 23:59 stays 23:59. */
export function moveSchedule(schedule: Schedule, move: Move): Schedule {
  const moved = (at: Date) => moveInstant(at, move)
  return {
    ...schedule,
    opensAt: moved(schedule.opensAt),
    dueAt: schedule.dueAt && moved(schedule.dueAt),
    lateUntil: schedule.lateUntil && moved(schedule.lateUntil),
  }
}

function moveInstant(at: Date, { days, from, to }: Move): Date {
  const moved = instantOf(addDays(wallTimeOf(at, from), days), to)
  if (moved === undefined) throw new Error(`${at.toISOString()} cannot be moved by ${days} days`)
  return moved
}
