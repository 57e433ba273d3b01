/** Clocks of time zones: what forms send becomes the instant that people meant. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, instantOf, isTimeZone, wallTimeOf } from '#app/_classes/time-zone.ts'

const ZONES = ['UTC', 'Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe']

describe('a reading of the clocks', () => {
  test.each([
    ['2026-07-01T12:00', 'Europe/Vienna', '2026-07-01T10:00:00.000Z'],
    ['2026-12-01T12:00', 'Europe/Vienna', '2026-12-01T11:00:00.000Z'],
    ['2026-12-01T12:00', 'Asia/Kathmandu', '2026-12-01T06:15:00.000Z'],
    // 2:30 is there twice on 25 October in Vienna; the first is in summer time.
    ['2026-10-25T02:30', 'Europe/Vienna', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('%s in %s is %s', (wall, zone, iso) => {
    expect(instantOf(wall, zone)?.toISOString()).toBe(iso)
  })

  test('that is skipped becomes an instant near to it', () => {
    const at = instantOf('2026-03-29T02:30', 'Europe/Vienna')
    expect(at && wallTimeOf(at, 'Europe/Vienna')).toMatch(/^2026-03-29T0[13]:30$/)
  })

  test('comes back from its instant, unless it was skipped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 4_000_000 }),
        (zone, minutes) => {
          const at = new Date(Date.UTC(2024, 0, 1) + minutes * 60_000)
          const wall = wallTimeOf(at, zone)
          const back = instantOf(wall, zone)
          // Of the hour that comes twice it is the first.
          expect(back !== undefined && back <= at).toBe(true)
          expect(back && wallTimeOf(back, zone)).toBe(wall)
        },
      ),
    )
  })

  test.each(['', '2026-02-30T10:00', '2026-13-01T10:00', '2026-11-21', '2026-11-21T25:00', 'x'])(
    'that no clock shows is none: %s',
    (wall) => {
      expect(instantOf(wall, 'UTC')).toBeUndefined()
    },
  )
})

test('days are counted over the change of the clocks', () => {
  expect(addDays('2026-03-28T23:59', 2)).toBe('2026-03-30T23:59')
  expect(daysBetween('2026-03-28T23:59', '2026-03-30T00:00')).toBe(2)
})

test('knows time zones by name, and nothing else', () => {
  for (const zone of ZONES) expect(isTimeZone(zone), zone).toBe(true)
  for (const text of ['', 'Vienna', '+01:00', 'Europe/Atlantis'])
    expect(isTimeZone(text)).toBe(false)
})
