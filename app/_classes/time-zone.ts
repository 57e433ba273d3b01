/**
 * Days and times as the people of a class read them off their clocks, and back. Time zones are
 * those of the platform (`Intl`).
 */

/** A wall clock's reading: `2026-11-21T23:59`, as forms have it. */
export type WallTime = string

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/
const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/** Whether this is the name of a time zone, such as `Europe/Vienna`. */
export function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    // Offsets such as +01:00 are known to some platforms, but have no summer.
    return /^[A-Za-z]/.test(timeZone)
  } catch {
    return false
  }
}

/** What the clocks of a zone show at an instant. */
export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  return new Date(readingOf(instant, timeZone)).toISOString().slice(0, 16)
}

/**
 * The instant at which the clocks of a zone show this; undefined for what no calendar has. Of a
 * time that comes twice when summer ends it is the first; a time that is skipped when summer
 * begins is as long after the skip as it says.
 */
export function instantOf(wallTime: WallTime, timeZone: string): Date | undefined {
  const wanted = utcOf(wallTime)
  if (wanted === undefined) return undefined
  // Offsets a day before and after are those on both sides of a change, if there is one.
  const offsets = [-MS_PER_DAY, MS_PER_DAY].map((around) => {
    const near = new Date(wanted + around)
    return readingOf(near, timeZone) - near.getTime()
  })
  const candidates = offsets.map((offset) => wanted - offset)
  const fitting = candidates.filter((at) => readingOf(new Date(at), timeZone) === wanted)
  const [first = 0] = fitting.length > 0 ? fitting.toSorted((a, b) => a - b) : candidates
  return new Date(first)
}

/** The same time of the day, some days later. */
export function addDays(wallTime: WallTime, days: number): WallTime {
  const at = utcOf(wallTime)
  if (at === undefined) throw new Error(`${wallTime} is no day and time`)
  return new Date(at + days * MS_PER_DAY).toISOString().slice(0, 16)
}

/** Whole days from one day to another, whatever the times. */
export function daysBetween(from: WallTime, to: WallTime): number {
  const [first, last] = [from, to].map((time) => utcOf(`${time.slice(0, 10)}T00:00`))
  if (first === undefined || last === undefined) throw new Error(`${from} or ${to} is no day`)
  return Math.round((last - first) / MS_PER_DAY)
}

/** The reading as if it were in UTC, in whole minutes. */
function utcOf(wallTime: WallTime): number | undefined {
  const match = WALL_TIME.exec(wallTime)
  if (match === null) return undefined
  const at = Date.parse(`${wallTime}:00Z`)
  // 30 February, which `Date` would take for 2 March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 16) !== wallTime ? undefined : at
}

const readers = new Map<string, Intl.DateTimeFormat>()

/** What the clocks show, as if they were in UTC. */
function readingOf(instant: Date, timeZone: string): number {
  let reader = readers.get(timeZone)
  if (reader === undefined) {
    reader = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    readers.set(timeZone, reader)
  }
  const parts = new Map(
    reader.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const minute = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
  )
  return minute - (minute % MS_PER_MINUTE)
}
