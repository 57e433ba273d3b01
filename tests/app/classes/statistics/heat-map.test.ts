/** The map of a class’s week: counted by the clocks of its zone, and put in words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heatMap, heatMapText, shadeOf } from '#app/_classes/statistics/heat-map.ts'

const at = (iso: string, count = 1) => ({ from: new Date(iso), count })

describe('the heat map', () => {
  test('counts by the clocks of the class, whatever the season', () => {
    // Both are a Monday at 9 in Vienna: in winter at 8, in summer at 7 of UTC.
    const { cells, total } = heatMap(
      [at('2026-11-16T08:15:00Z', 2), at('2026-07-06T07:45:00Z', 3)],
      'Europe/Vienna',
    )
    expect(cells[0]?.[9]).toBe(5)
    expect(total).toBe(5)
  })

  test('has zones whose hours begin at quarters', () => {
    // 23:45 of UTC on Sunday is 05:30 on Monday in Kathmandu.
    expect(heatMap([at('2026-11-15T23:45:00Z')], 'Asia/Kathmandu').cells[0]?.[5]).toBe(1)
    expect(heatMap([at('2026-11-15T23:00:00Z')], 'Asia/Kathmandu').cells[0]?.[4]).toBe(1)
  })

  test('has both of the hours that come twice in one cell', () => {
    const twice = [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')]
    expect(heatMap(twice, 'Europe/Vienna').cells[6]?.[2]).toBe(2)
  })

  test('loses nothing, and has all of it where a formatter of the platform says', () => {
    const zones = ['UTC', 'Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe']
    const quarters = fc.integer({ min: 0, max: 4 * 24 * 800 })
    fc.assert(
      fc.property(fc.array(quarters), fc.constantFrom(...zones), (some, timeZone) => {
        const counts = some.map((quarter) => ({
          from: new Date(Date.UTC(2025, 0, 1) + quarter * 900_000),
          count: 1 + (quarter % 3),
        }))
        const clock = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          weekday: 'long',
          hour: '2-digit',
          hourCycle: 'h23',
        })
        const expected = new Map<string, number>()
        for (const { from, count } of counts) {
          const parts = new Map(clock.formatToParts(from).map(({ type, value }) => [type, value]))
          const key = `${parts.get('weekday')} ${Number(parts.get('hour'))}`
          expected.set(key, (expected.get(key) ?? 0) + count)
        }
        const { cells, total, most } = heatMap(counts, timeZone)
        const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
        const found = cells.flatMap((hours, day) =>
          hours.map((count, hour) => [`${days[day]} ${hour}`, count] as const),
        )
        expect(new Map(found.filter(([, count]) => count > 0))).toEqual(expected)
        expect(total).toBe(counts.reduce((sum, { count }) => sum + count, 0))
        expect(most).toBe(Math.max(0, ...expected.values()))
      }),
      { numRuns: 60 },
    )
  })

  test('says in words what is to be seen', () => {
    const map = heatMap(
      [at('2026-11-21T20:00:00Z', 6), at('2026-11-20T03:00:00Z', 2), at('2026-11-21T09:00:00Z', 2)],
      'UTC',
    )
    expect(heatMapText(map)).toBe(
      'Most is handed in on Saturday (80 %); the busiest hour begins on Saturday at 20:00, with 6 of 10. Weekends have 80 %, the hours from midnight to 06:00 20 %.',
    )
    expect(heatMapText(heatMap([], 'UTC'))).toBeUndefined()
  })

  test('is shaded by quarters of the largest count, and nothing is never shaded', () => {
    expect([0, 1, 25, 26, 50, 51, 75, 76, 100].map((count) => shadeOf(count, 100))).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4, 4,
    ])
    expect(shadeOf(1, 1)).toBe(4)
  })
})
