/** Instants in words, in the time zone of a class. */

const MS_PER_MINUTE = 60_000
const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000

/** `Sat 21 Nov 2026, 23:59`. */
export function dateTimeText(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

/** `3 days`, `5 hours`, `20 minutes`: the largest unit that fits at least twice, rounded down. */
export function durationText(ms: number): string {
  const length = Math.abs(ms)
  if (length >= 2 * MS_PER_DAY) return `${Math.floor(length / MS_PER_DAY)} days`
  if (length >= 2 * MS_PER_HOUR) return `${Math.floor(length / MS_PER_HOUR)} hours`
  const minutes = Math.floor(length / MS_PER_MINUTE)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
