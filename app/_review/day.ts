/**
 * The learner's day. It begins at four in the morning where the learner is, so that an evening
 * that runs late is one day. Scheduling counts these days only; hours, daylight saving and journeys
 * matter nowhere else.
 */

/** `2026-03-29`; days compare as texts. */
export type Day = `${number}-${number}-${number}`

/** When a day begins, by the local clock. */
const DAY_STARTS_AT_HOUR = 4

const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 24 * MS_PER_HOUR

/**
 * The learner's day at an instant.
 * @param timeZone as in the IANA database; an unknown one counts as UTC
 */
export function dayOf(at: Date, timeZone: string): Day {
  const { date, hour } = localClock(at, timeZone)
  return hour < DAY_STARTS_AT_HOUR ? addDays(date, -1) : date
}

/** The day that many days later; earlier when `count` is below zero. */
export function addDays(day: Day, count: number): Day {
  return new Date(utcMs(day) + count * MS_PER_DAY).toISOString().slice(0, 10) as Day
}

/** How many days `to` comes after `from`; below zero when it comes before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcMs(to) - utcMs(from)) / MS_PER_DAY)
}

/** A day out of text that somebody sent; undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  // Some engines carry 30 February over into March.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined
  return text as Day
}

/** Whether this engine knows the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function localClock(at: Date, timeZone: string): { readonly date: Day; readonly hour: number } {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const date = `${parts.year}-${parts.month}-${parts.day}` as Day
  return { date, hour: Number(parts.hour) }
}

/** Making a format costs more than using it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, format)
  return format
}

function utcMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}
