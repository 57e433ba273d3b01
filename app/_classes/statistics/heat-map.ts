/** On which days and at which hours a class works, by the clocks of its time zone. */
import { wallTimeOf } from '../time-zone.ts'

/** How much was done in some stretch of time that no clock’s hour divides. */
export interface ActivityCount {
  readonly from: Date
  readonly count: number
}

export interface HeatMap {
  /** Seven days from Monday on, of 24 hours each. */
  readonly cells: readonly (readonly number[])[]
  readonly total: number
  readonly most: number
}

export const DAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** Sums by day of the week and hour. An hour that comes twice when summer ends counts for both. */
export function heatMap(counts: readonly ActivityCount[], timeZone: string): HeatMap {
  const cells = DAY_NAMES.map(() => Array.from({ length: 24 }, () => 0))
  for (const { from, count } of counts) {
    const reading = wallTimeOf(from, timeZone)
    const day = (new Date(`${reading.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7
    const hour = Number(reading.slice(11, 13))
    const hours = cells[day]
    if (hours !== undefined) hours[hour] = (hours[hour] ?? 0) + count
  }
  const all = cells.flat()
  return {
    cells,
    total: all.reduce((sum, count) => sum + count, 0),
    most: Math.max(...all),
  }
}

/** Steps of the shading: 0 for nothing, then four, each for a quarter of the largest count. */
export function shadeOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0
  const quarter = Math.ceil((4 * count) / most)
  return quarter <= 1 ? 1 : quarter === 2 ? 2 : quarter === 3 ? 3 : 4
}

/** The map in two sentences; undefined when nothing was done. */
export function heatMapText({ cells, total, most }: HeatMap): string | undefined {
  if (total === 0) return undefined
  const day = cells.findIndex((hours) => hours.includes(most))
  const hour = cells[day]?.indexOf(most) ?? 0
  const sums = cells.map((hours) => hours.reduce((sum, count) => sum + count, 0))
  const busiest = sums.indexOf(Math.max(...sums))
  const weekend = (sums[5] ?? 0) + (sums[6] ?? 0)
  const night = cells.reduce((sum, hours) => sum + hours.slice(0, 6).reduce((a, b) => a + b, 0), 0)
  const part = (count: number) => `${Math.round((100 * count) / total)} %`
  return `Most is handed in on ${DAY_NAMES[busiest]} (${part(sums[busiest] ?? 0)}); the busiest hour begins on ${DAY_NAMES[day]} at ${String(hour).padStart(2, '0')}:00, with ${most} of ${total}. Weekends have ${part(weekend)}, the hours from midnight to 06:00 ${part(night)}.`
}
