/** The learner's day: from four to four, whatever the clocks and the learner do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, daysBetween, isTimeZone, parseDay } from '#app/_review/day.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu']
const instants = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((ms) => new Date(ms))
const zones = fc.constantFrom(...ZONES)
const days = instants.map((at) => dayOf(at, 'UTC'))

describe('the learner’s day', () => {
  it('begins at four in the morning', () => {
    const berlin = (time: string) => dayOf(new Date(`${time}+01:00`), 'Europe/Berlin')
    expect(berlin('2026-11-21T03:59:59')).toBe('2026-11-20')
    expect(berlin('2026-11-21T04:00:00')).toBe('2026-11-21')
    expect(berlin('2026-11-21T23:59:59')).toBe('2026-11-21')
    expect(berlin('2026-11-22T00:00:00')).toBe('2026-11-21')
  })

  it('is one day in nights when the clocks change', () => {
    // Berlin, 29 March 2026: two o'clock becomes three; 25 October: three becomes two again.
    expect(dayOf(new Date('2026-03-29T01:59:00Z'), 'Europe/Berlin')).toBe('2026-03-28')
    expect(dayOf(new Date('2026-03-29T02:00:00Z'), 'Europe/Berlin')).toBe('2026-03-29')
    expect(dayOf(new Date('2026-10-25T02:59:00Z'), 'Europe/Berlin')).toBe('2026-10-24')
    expect(dayOf(new Date('2026-10-25T03:00:00Z'), 'Europe/Berlin')).toBe('2026-10-25')
  })

  it('is where the learner is', () => {
    const at = new Date('2026-11-21T12:00:00Z')
    expect(dayOf(at, 'Pacific/Kiritimati')).toBe('2026-11-21')
    expect(dayOf(at, 'Pacific/Pago_Pago')).toBe('2026-11-20')
  })

  it('never goes back while nobody travels, and misses no day', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 0, max: 24 * 60 }), (at, zone, minutes) => {
        const later = new Date(at.getTime() + minutes * 60_000)
        const passed = daysBetween(dayOf(at, zone), dayOf(later, zone))
        expect(passed).toBeGreaterThanOrEqual(0)
        expect(passed).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts forth and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(addDays(day, count) > day).toBe(count > 0)
      }),
    )
  })
})

describe('days and time zones that people send', () => {
  it('are read when they exist', () => {
    expect(parseDay('2028-02-29')).toBe('2028-02-29')
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'tomorrow', '']) {
      expect(parseDay(text), text).toBeUndefined()
    }
    fc.assert(fc.property(days, (day: Day) => parseDay(day) === day))
  })

  it('count as UTC when nobody knows the zone', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
    const at = new Date('2026-11-21T05:00:00Z')
    expect(dayOf(at, 'Mars/Olympus')).toBe(dayOf(at, 'UTC'))
  })
})
