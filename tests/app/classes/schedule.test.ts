/** Dates and rules of assignments: what is open, due, late and closed, and what late work counts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveSchedule } from '#app/_classes/copy-dates.ts'
import { type Disclosure, rightsAt } from '#app/_classes/disclosure.ts'
import {
  creditAt,
  type Schedule,
  scheduleFor,
  scheduleProblem,
  standingAt,
} from '#app/_classes/schedule.ts'
import { standingText } from '#app/_classes/standing-text.ts'
import { wallTimeOf } from '#app/_classes/time-zone.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const at = (text: string) => new Date(`${text}Z`)

const WEEK: Schedule = {
  opensAt: at('2026-10-05T08:00'),
  dueAt: at('2026-10-12T22:00'),
  lateUntil: at('2026-10-16T22:00'),
  latePercentDay: 20,
}

const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((ms) => new Date(ms))

/** Any schedule that staff may keep. */
const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    opensAt: instant,
    open: fc.option(fc.integer({ min: 1, max: 60 * DAY }), { nil: undefined }),
    late: fc.option(fc.integer({ min: 1, max: 20 * DAY }), { nil: undefined }),
    latePercentDay: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ opensAt, open, late, latePercentDay }) => {
    const dueAt = open === undefined ? undefined : new Date(opensAt.getTime() + open)
    const lateUntil =
      dueAt === undefined || late === undefined ? undefined : new Date(dueAt.getTime() + late)
    return { opensAt, dueAt, lateUntil, latePercentDay }
  })

const ORDER = ['not-open', 'open', 'late', 'closed']

describe('how work stands', () => {
  test.each([
    ['2026-10-05T07:59', 'not-open'],
    ['2026-10-05T08:00', 'open'],
    ['2026-10-12T21:59', 'open'],
    ['2026-10-12T22:00', 'late'],
    ['2026-10-16T21:59', 'late'],
    ['2026-10-16T22:00', 'closed'],
  ])('at %s it is %s', (time, kind) => {
    expect(standingAt(WEEK, at(time)).kind).toBe(kind)
  })

  test('without a late period it closes when it is due', () => {
    const strict = { ...WEEK, lateUntil: undefined }
    expect(standingAt(strict, at('2026-10-12T22:00'))).toEqual({
      kind: 'closed',
      since: WEEK.dueAt,
    })
  })

  test('it never goes back to an earlier state', () => {
    fc.assert(
      fc.property(schedules, instant, fc.nat({ max: 90 * DAY }), (schedule, now, later) => {
        const after = new Date(now.getTime() + later)
        const [first, second] = [now, after].map((time) =>
          ORDER.indexOf(standingAt(schedule, time).kind),
        )
        expect(second).toBeGreaterThanOrEqual(first ?? 0)
      }),
    )
  })

  test('says it in words, in the time zone of the class', () => {
    const text = (time: string) =>
      standingText(standingAt(WEEK, at(time)), at(time), 'Europe/Vienna')
    expect(text('2026-10-04T08:00')).toBe('opens in 24 hours, Mon, 5 Oct 2026, 10:00')
    expect(text('2026-10-10T22:00')).toBe('due in 2 days, Tue, 13 Oct 2026, 00:00')
    expect(text('2026-10-14T01:00')).toContain('counts 60 % until Sat, 17 Oct 2026, 00:00')
    expect(text('2026-12-01T00:00')).toBe('closed since Sat, 17 Oct 2026, 00:00')
  })
})

describe('what late work counts', () => {
  test.each([
    ['2026-10-01T00:00', 100],
    ['2026-10-12T21:59', 100],
    ['2026-10-12T22:00', 80],
    ['2026-10-13T21:59', 80],
    ['2026-10-13T22:00', 60],
    ['2026-10-16T21:59', 20],
    ['2026-10-16T22:00', 0],
  ])('done at %s: %i', (time, percent) => {
    expect(creditAt(WEEK, at(time))).toBe(percent)
  })

  test('never grows with time, and is from 0 to 100', () => {
    fc.assert(
      fc.property(schedules, instant, fc.nat({ max: 90 * DAY }), (schedule, now, later) => {
        const [first = 0, second = 0] = [now, new Date(now.getTime() + later)].map((time) =>
          creditAt(schedule, time),
        )
        expect(second).toBeLessThanOrEqual(first)
        expect(second).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('is nothing once it is closed, and everything while it is open', () => {
    fc.assert(
      fc.property(schedules, instant, (schedule, now) => {
        const standing = standingAt(schedule, now)
        if (standing.kind === 'closed') expect(creditAt(schedule, now)).toBe(0)
        if (standing.kind === 'open') expect(creditAt(schedule, now)).toBe(100)
        if (standing.kind === 'late') expect(creditAt(schedule, now)).toBe(standing.creditPercent)
      }),
    )
  })
})

describe('an extension', () => {
  test('moves the end of the late period along', () => {
    const extended = scheduleFor(WEEK, at('2026-10-14T22:00'))
    expect(extended.dueAt).toEqual(at('2026-10-14T22:00'))
    expect(extended.lateUntil).toEqual(at('2026-10-18T22:00'))
    expect(creditAt(extended, at('2026-10-14T21:00'))).toBe(100)
  })

  test('takes nothing from anybody', () => {
    fc.assert(
      fc.property(schedules, instant, instant, (schedule, to, doneAt) => {
        const extended = scheduleFor(schedule, to)
        expect(creditAt(extended, doneAt)).toBeGreaterThanOrEqual(creditAt(schedule, doneAt))
        expect(scheduleProblem(extended)).toBe(scheduleProblem(schedule))
      }),
    )
  })
})

describe('dates that cannot be', () => {
  test('none of those that can be is refused', () => {
    fc.assert(fc.property(schedules, (one) => scheduleProblem(one) === undefined))
  })

  test.each([
    [{ dueAt: at('2026-10-05T08:00') }, 'due before it opens'],
    [{ lateUntil: at('2026-10-12T22:00') }, 'end before it begins'],
    [{ dueAt: undefined }, 'never due cannot be late'],
    [{ latePercentDay: 101 }, 'from 0 to 100'],
    [{ latePercentDay: 2.5 }, 'whole number'],
  ])('%o', (change, words) => {
    expect(scheduleProblem({ ...WEEK, ...change })).toContain(words)
  })
})

describe('a copy in another term', () => {
  test('keeps the time of the day over a change to summer time', () => {
    const zone = 'Europe/Vienna'
    const moved = moveSchedule(WEEK, { days: 7 * 26, from: zone, to: zone })
    expect(wallTimeOf(WEEK.opensAt, zone)).toBe('2026-10-05T10:00')
    expect(wallTimeOf(moved.opensAt, zone)).toBe('2027-04-05T10:00')
    expect(moved.dueAt && wallTimeOf(moved.dueAt, zone)).toBe('2027-04-13T00:00')
  })
})

describe('what a class discloses', () => {
  const rules = (reference: Disclosure, hints: Disclosure, allowsSharing = true) => ({
    schedule: WEEK,
    reference,
    hints,
    allowsSharing,
  })

  test('without rules all is as on the site', () => {
    expect(rightsAt([], at('2026-10-06T00:00'))).toEqual({
      reference: undefined,
      hints: undefined,
      sharing: undefined,
    })
    expect(rightsAt([rules('asUsual', 'asUsual')], at('2026-10-06T00:00'))).toEqual({
      reference: undefined,
      hints: undefined,
      sharing: undefined,
    })
  })

  test('opens with the due date, an extension included', () => {
    const early = at('2026-10-12T21:00')
    const late = at('2026-10-12T23:00')
    expect(rightsAt([rules('afterDue', 'asUsual')], early).reference).toContain('once the work')
    expect(rightsAt([rules('afterDue', 'asUsual')], late).reference).toBeUndefined()
    const extended = {
      ...rules('afterDue', 'asUsual'),
      schedule: scheduleFor(WEEK, at('2026-10-20T00:00')),
    }
    expect(rightsAt([extended], late).reference).toContain('once the work')
  })

  test('the strictest of several classes counts', () => {
    const both = [rules('asUsual', 'never'), rules('never', 'asUsual')]
    const rights = rightsAt(both, at('2027-01-01T00:00'))
    expect(rights.reference).toContain('does not show the reference')
    expect(rights.hints).toContain('does not show the hints')
  })

  test('sharing comes back when the work is closed', () => {
    const quiet = [rules('asUsual', 'asUsual', false)]
    expect(rightsAt(quiet, at('2026-10-14T00:00')).sharing).toContain('not to share')
    expect(rightsAt(quiet, at('2026-10-17T00:00')).sharing).toBeUndefined()
  })
})
