/** How an assignment stands, in a few words. */
import type { Standing } from './schedule.ts'
import { dateTimeText, durationText } from './when-text.ts'

/** A line that needs no colour and no clock to be understood. */
export function standingText(standing: Standing, now: Date, timeZone: string): string {
  const day = (at: Date) => dateTimeText(at, timeZone)
  const inTime = (at: Date) => durationText(at.getTime() - now.getTime())
  switch (standing.kind) {
    case 'not-open':
      return `opens in ${inTime(standing.opensAt)}, ${day(standing.opensAt)}`
    case 'open':
      return standing.dueAt === undefined
        ? 'open, with no due date'
        : `due in ${inTime(standing.dueAt)}, ${day(standing.dueAt)}`
    case 'late':
      return `late since ${day(standing.dueAt)}; counts ${standing.creditPercent} % until ${day(standing.until)}`
    case 'closed':
      return `closed since ${day(standing.since)}`
  }
}
