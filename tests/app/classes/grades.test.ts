/** Grades: which attempt counts, what it gives, what staff change of it, and how it is told. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attempt,
  type AttemptPolicy,
  countedAttempt,
  shareOf,
} from '#app/_classes/grades/attempt.ts'
import { type GradeInput, type GradeRules, gradeOf, totalOf } from '#app/_classes/grades/grade.ts'
import { breakdownOf, gradeText } from '#app/_classes/grades/grade-text.ts'
import { rulesText } from '#app/_classes/grades/rules-text.ts'
import { creditAt, type Schedule, scheduleFor } from '#app/_classes/schedule.ts'

const HOUR = 3_600_000
const BEGIN = Date.UTC(2026, 9, 5)
const hour = (number: number) => new Date(BEGIN + number * HOUR)

const WEEK: Schedule = {
  opensAt: hour(0),
  dueAt: hour(168),
  lateUntil: hour(240),
  latePercentDay: 10,
}
const RULES: GradeRules = {
  points: 10,
  attemptPolicy: 'best',
  shareRule: 'share',
  schedule: WEEK,
}

function attempt(number: number, atHour: number, held: number, total = 10): Attempt {
  const at = hour(atHour)
  const isPassed = held === total && total > 0
  return { number, at, held, total, isPassed, gradedAt: at, regradedBy: undefined }
}

const unit = (attempts: readonly Attempt[], title = 'Elections') => ({
  title,
  kind: 'step' as const,
  attempts,
})

const numbered = (hours: readonly (readonly [at: number, held: number])[]) =>
  hours.toSorted(([a], [b]) => a - b).map(([at, held], index) => attempt(index + 1, at, held))

/** Attempts over three weeks around the due date, in their order. */
const attempts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 10 })), {
    maxLength: 8,
  })
  .map(numbered)

const policies = fc.constantFrom<AttemptPolicy>('best', 'last', 'lastBeforeDue')
const shareRules = fc.constantFrom('share' as const, 'allOrNothing' as const)
const ends = fc.option(fc.integer({ min: 169, max: 400 }), { nil: undefined })
const rules = fc
  .record({
    points: fc.integer({ min: 0, max: 100 }),
    attemptPolicy: policies,
    shareRule: shareRules,
    end: ends,
    latePercentDay: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ end, latePercentDay, ...rest }): GradeRules => {
    const lateUntil = end === undefined ? undefined : hour(end)
    return { ...rest, schedule: { ...WEEK, lateUntil, latePercentDay } }
  })

const inputs: fc.Arbitrary<GradeInput> = fc.record({
  rules,
  units: fc.array(
    attempts.map((each) => unit(each)),
    { minLength: 1, maxLength: 7 },
  ),
})

describe('the attempt that counts', () => {
  const tries = numbered([
    [10, 4],
    [100, 9],
    [170, 10],
    [230, 2],
    [300, 10],
  ])

  test.each([
    ['best', 'a late one that passed gives as much as nine checks in time', 2],
    ['last', 'the last one that still counts', 4],
    ['lastBeforeDue', 'the last one in time', 2],
  ] as const)('%s: %s', (attemptPolicy, _says, number) => {
    expect(countedAttempt(tries, { ...RULES, attemptPolicy })?.attempt.number).toBe(number)
  })

  test('best: no attempt gives more', () => {
    fc.assert(
      fc.property(attempts, rules, (all, { schedule, shareRule }) => {
        const worth = (one: Attempt) => shareOf(one, shareRule) * creditAt(schedule, one.at)
        const found = countedAttempt(all, { schedule, shareRule, attemptPolicy: 'best' })
        const most = Math.max(0, ...all.map(worth))
        expect(found === undefined ? 0 : found.share * found.creditPercent).toBe(most)
      }),
    )
  })

  test('counts in full before the due date, and not at all after the end, whatever the rule', () => {
    fc.assert(
      fc.property(attempts, rules, (all, given) => {
        const found = countedAttempt(all, given)
        const { dueAt = hour(0), lateUntil = dueAt } = given.schedule
        if (found === undefined) {
          const end = given.attemptPolicy === 'lastBeforeDue' ? dueAt : lateUntil
          expect(all.every(({ at }) => at >= end)).toBe(true)
        } else {
          expect(found.attempt.at < lateUntil).toBe(true)
          if (found.attempt.at < dueAt) expect(found.creditPercent).toBe(100)
        }
      }),
    )
  })

  test('one that does not matter to the best may be left out', () => {
    fc.assert(
      fc.property(attempts, rules, (all, given) => {
        const asked = { ...given, attemptPolicy: 'best' as const }
        const share = (one: Attempt) => shareOf(one, asked.shareRule)
        const rising = all.filter((one, at) =>
          all.slice(0, at).every((before) => share(before) < share(one)),
        )
        const [whole, pruned] = [all, rising].map((list) => countedAttempt(list, asked))
        const worth = (one: typeof whole) => (one === undefined ? 0 : one.share * one.creditPercent)
        expect(worth(pruned)).toBe(worth(whole))
      }),
    )
  })
})

test('what hit a limit has no full share, although all that was judged holds', () => {
  expect(shareOf({ isPassed: false, held: 3, total: 3 }, 'share')).toBe(0)
  expect(shareOf({ isPassed: false, held: 3, total: 12 }, 'share')).toBe(0.25)
})

describe('a grade', () => {
  const at = hour(500)

  test('is the sum of its parts, between zero and the maximum', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { hundredths, hundredthsMax, units } = gradeOf(input, at)
        expect(units.reduce((sum, part) => sum + part.hundredths, 0)).toBe(hundredths)
        expect(units.reduce((sum, part) => sum + part.hundredthsMax, 0)).toBe(hundredthsMax)
        expect(hundredthsMax).toBe(input.rules.points * 100)
        expect(hundredths).toBeGreaterThanOrEqual(0)
        expect(hundredths).toBeLessThanOrEqual(hundredthsMax)
      }),
    )
  })

  test('is full when each step passed in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99 }), (n, points) => {
        const units = Array.from({ length: n }, () => unit([attempt(1, 5, 10)]))
        expect(gradeOf({ rules: { ...RULES, points }, units }, at).hundredths).toBe(points * 100)
      }),
    )
  })

  test('is never less with an extension', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 300 }), (input, hours) => {
        const schedule = scheduleFor(input.rules.schedule, hour(168 + hours))
        // The last one that counts may be another one, and a worse one.
        const best = { ...input.rules, attemptPolicy: 'best' as const }
        const before = gradeOf({ ...input, rules: best }, at)
        const after = gradeOf({ ...input, rules: { ...best, schedule } }, at)
        expect(after.hundredths).toBeGreaterThanOrEqual(before.hundredths)
      }),
    )
  })

  test('that is adjusted is what staff said, whatever is graded again', () => {
    const adjustment = { reason: 'Agreed.', by: 'Ina', at } as const
    fc.assert(
      fc.property(inputs, fc.integer({ min: -2_000, max: 2_000 }), (input, hundredths) => {
        const plain = gradeOf(input, at).hundredths
        const set = { ...adjustment, kind: 'set' as const, hundredths: Math.abs(hundredths) }
        expect(gradeOf({ ...input, adjustment: set }, at).hundredths).toBe(Math.abs(hundredths))
        const added = { ...adjustment, kind: 'add' as const, hundredths }
        expect(gradeOf({ ...input, adjustment: added }, at).hundredths).toBe(
          Math.max(0, plain + hundredths),
        )
      }),
    )
  })

  test('is none while nothing was done and it may still be, and then zero', () => {
    const input = { rules: RULES, units: [unit([])] }
    expect(gradeText(gradeOf(input, hour(200)))).toBe('no grade yet')
    expect(gradeText(gradeOf(input, hour(240)))).toBe('0 of 10')
    const none = gradeOf(input, hour(200))
    const some = gradeOf({ rules: RULES, units: [unit([attempt(1, 9, 5)])] }, hour(200))
    expect(totalOf([none, some])).toEqual({ hundredths: 500, hundredthsMax: 1_000 })
  })
})

describe('the breakdown', () => {
  const tell = (input: Partial<GradeInput>) =>
    breakdownOf(gradeOf({ rules: RULES, units: [], ...input }, hour(500)))

  test('tells an adjusted late submission in words', () => {
    const adjustment = {
      kind: 'add',
      hundredths: 50,
      reason: 'The machine was down.',
      by: 'A. Instructor',
      at: hour(9),
    } as const
    expect(tell({ units: [unit([attempt(4, 170, 9)])], adjustment })).toEqual([
      '8.1 of 10: 9 of 10 checks hold in attempt 4, 1 day late (−10 %).',
      '+0.5 by A. Instructor: The machine was down.',
    ])
  })

  test.each([
    [[], '0 of 10: nothing was handed in.'],
    [[attempt(1, 300, 10)], '0 of 10: everything came too late to count.'],
    [[attempt(2, 100, 10)], '10 of 10: attempt 2 passed.'],
    [[attempt(1, 1, 0, 0)], '0 of 10: attempt 1 could not run, so no check holds.'],
    [
      [{ ...attempt(1, 1, 5), regradedBy: 4 }],
      '5 of 10: 5 of 10 checks hold in attempt 1, graded again with lab version 4.',
    ],
  ])('of a step: %j', (all, said) => {
    expect(tell({ units: [unit(all)] })).toEqual([said])
  })

  test('says what only all checks give', () => {
    const strict = { ...RULES, shareRule: 'allOrNothing' as const }
    expect(tell({ rules: strict, units: [unit([attempt(1, 1, 9)])] })).toEqual([
      '0 of 10: 9 of 10 checks hold in attempt 1, and only all of them count.',
    ])
  })

  test('names each step, the quiz and the lesson, and the review', () => {
    const hand = { hundredths: 350, at: hour(2) }
    const lines = tell({
      units: [
        unit([attempt(1, 1, 10)], 'Timers'),
        { title: 'CAP', kind: 'quiz', attempts: [attempt(2, 1, 4.5, 6)] },
        { title: 'Reading', kind: 'lesson', attempts: [] },
      ],
      hand,
      handMax: 400,
    })
    expect(lines).toEqual([
      'Timers, 3.33 of 3.33: attempt 1 passed.',
      'CAP, 2.5 of 3.33: 75 % right in attempt 2.',
      'Reading, 0 of 3.34: not read to its end.',
      'Review by hand: 3.5 of 4.',
    ])
    expect(tell({ handMax: 400 })).toEqual(['Review by hand, 0 of 4: none is published yet.'])
    expect(tell({ hand })).toEqual(['Review by hand: 3.5.'])
  })
})

describe('the rules in words', () => {
  const rules = { ...RULES, ...WEEK, kind: 'step' as const, stepIds: ['a', 'b'] }

  test.each([
    [{}, 'gives most', 'each late day begun takes 10 %'],
    [{ latePercentDay: 0 }, 'shared equally by 2 steps', 'late work counts in full'],
    [{ attemptPolicy: 'lastBeforeDue' }, 'before it is due counts', 'late work does not count'],
    [{ kind: 'quiz', lateUntil: undefined }, '10 points; the attempt', 'late work does not count'],
    [{ shareRule: 'allOrNothing' }, 'gives nothing', '10 %'],
  ] as const)('%j', (changed, ...said) => {
    for (const words of said) expect(rulesText({ ...rules, ...changed })).toContain(words)
  })

  test('say nothing of lateness where nothing is due', () => {
    const open = { ...rules, kind: 'lesson' as const, dueAt: undefined, lateUntil: undefined }
    expect(rulesText(open)).toBe('10 points.')
  })
})
