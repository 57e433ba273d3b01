/** Whom the rules name, why and since when; each rule by itself, and the median against counting. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behindSince, medianOverTime } from '#app/_classes/at-risk/behind.ts'
import { type LearnerToLookAt, listAtRisk, type RepeatedClaim } from '#app/_classes/at-risk/list.ts'
import { reasonText } from '#app/_classes/at-risk/reason-text.ts'
import { type AtRiskRules, DEFAULT_RULES, rulesProblem } from '#app/_classes/at-risk/rules.ts'
import { troubledSteps } from '#app/_classes/at-risk/troubled-steps.ts'
import { learnerRow } from '#app/_classes/progress/learner-row.ts'
import { factKey, type WorkFacts, type WorkUnit } from '#app/_classes/progress/work-unit.ts'

const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 9, number, hour))

const OFF: AtRiskRules = {
  quiet: { isOn: false, days: 7 },
  sameClaim: { isOn: false, submissions: 4 },
  missed: { isOn: false, missed: 2, of: 3 },
  behind: { isOn: false, pieces: 3 },
}
const QUIET = { ...OFF, quiet: { isOn: true, days: 3 } }
const CLAIM = { ...OFF, sameClaim: { isOn: true, submissions: 3 } }
const MISSED = { ...OFF, missed: { isOn: true, missed: 2, of: 3 } }
const BEHIND = { ...OFF, behind: { isOn: true, pieces: 2 } }

/** Work of a week each: week 1 opens on the 1st and is due on the 8th. */
function unit(week: number): WorkUnit {
  const id = `w${week}`
  return {
    key: id,
    assignmentId: id,
    kind: 'step',
    target: 'raft',
    stepId: id,
    title: `Week ${week}`,
    href: '/',
  }
}

const WEEKS = [1, 2, 3, 4]

interface Joined {
  readonly joinedAt?: Date
  /** The day of the last try at each week’s work. */
  readonly tried?: Readonly<Record<number, number>>
}

/** @param doneOn the day on which the work of each week was done */
function learner(
  userId: string,
  doneOn: Readonly<Record<number, number>>,
  now: Date,
  { joinedAt = day(1), tried = {} }: Joined = {},
): LearnerToLookAt {
  const units = WEEKS.map((week) => ({
    unit: unit(week),
    schedule: {
      opensAt: day(7 * week - 6),
      dueAt: day(7 * week + 1),
      lateUntil: undefined,
      latePercentDay: 0,
    },
  }))
  const facts = new Map<string, WorkFacts>()
  for (const week of WEEKS) {
    const [done, last] = [doneOn[week], tried[week]]
    if (done === undefined && last === undefined) continue
    const doneAt = done === undefined ? undefined : day(done)
    const lastAt = last === undefined ? doneAt : day(last)
    const fact = { tries: 1, failures: 0, firstFailedAt: undefined, doneAt, lastAt }
    facts.set(factKey('step', 'raft', `w${week}`), fact)
  }
  const own = { joinedAt, units, facts }
  return { userId, ...own, row: learnerRow(own, now) }
}

function reasonsOf(
  learners: readonly LearnerToLookAt[],
  rules: AtRiskRules,
  now: Date,
  repeated: readonly RepeatedClaim[] = [],
) {
  return listAtRisk(learners, repeated, rules, now).map(({ userId, reasons }) => [userId, reasons])
}

describe('quiet', () => {
  test('is who did nothing for so many days, since the last thing they did', () => {
    const now = day(12)
    expect(reasonsOf([learner('ada', { 1: 9 }, now)], QUIET, now)).toEqual([
      ['ada', [{ kind: 'quiet', since: day(9), days: 3, open: 1 }]],
    ])
    expect(reasonsOf([learner('ada', { 1: 9 }, now)], QUIET, day(11, 23))).toEqual([])
  })

  test('is not who tried something, nor who has nothing to do, nor who has only come', () => {
    const now = day(12)
    const active = learner('ada', {}, now, { tried: { 2: 11 } })
    const done = learner('bob', { 1: 2, 2: 3 }, now)
    const fresh = learner('cem', {}, now, { joinedAt: day(10) })
    expect(reasonsOf([active, done, fresh], QUIET, now)).toEqual([])
  })

  test('has a clock that begins when the work opens', () => {
    const now = day(12)
    const [[, reasons] = []] = reasonsOf([learner('ada', {}, now)], QUIET, now)
    expect(reasons).toMatchObject([{ since: day(8), days: 4 }])
  })
})

describe('one claim again and again', () => {
  const claim = (submissions: number, stepId = 'w2', userId = 'ada'): RepeatedClaim => ({
    userId,
    labId: 'raft',
    stepId,
    sentence: 'A term has at most one leader.',
    submissions,
    since: day(9),
  })

  test('is told of open work that is not done', () => {
    const now = day(12)
    const open = learner('ada', {}, now, { tried: { 2: 11 } })
    expect(reasonsOf([open], CLAIM, now, [claim(5)])).toMatchObject([
      ['ada', [{ kind: 'same-claim', submissions: 5, since: day(9), unit: { stepId: 'w2' } }]],
    ])
    expect(reasonsOf([open], CLAIM, now, [claim(2)])).toEqual([])
    expect(reasonsOf([open], CLAIM, now, [claim(9, 'w1')])).toEqual([])
    expect(reasonsOf([open], CLAIM, now, [claim(9, 'w2', 'bob')])).toEqual([])
    expect(reasonsOf([learner('ada', { 2: 11 }, now)], CLAIM, now, [claim(9)])).toEqual([])
    expect(reasonsOf([open], OFF, now, [claim(9)])).toEqual([])
  })
})

describe('steps to look into', () => {
  const now = day(12)
  const weeks = (
    failures: Readonly<Record<number, number>>,
    tried: Readonly<Record<number, number>>,
  ) => {
    const base = learner('ada', {}, now, { tried })
    const open = base.units.map(({ unit: one, schedule }) => ({
      unit: one,
      schedule: { ...schedule, opensAt: day(1), dueAt: day(30) },
    }))
    const facts = new Map(
      [...base.facts].map(([key, fact]) => [
        key,
        { ...fact, failures: failures[Number(key.at(-1))] ?? 0 },
      ]),
    )
    const own = { joinedAt: base.joinedAt, units: open, facts }
    return { userId: 'ada', ...own, row: learnerRow(own, now) }
  }
  const stepsOf = (one: LearnerToLookAt, atLeast: number) =>
    troubledSteps(one, atLeast, now).map(({ stepId }) => stepId)

  test('are the three that were worked at last, of those with enough wrong submissions', () => {
    const all = weeks({ 1: 5, 2: 5, 3: 5, 4: 5 }, { 1: 9, 2: 11, 3: 8, 4: 10 })
    expect(stepsOf(all, 3)).toEqual(['w2', 'w4', 'w1'])
    expect(stepsOf(weeks({ 1: 2, 2: 4 }, { 1: 9, 2: 8 }), 3)).toEqual(['w2'])
    expect(stepsOf(all, Number.POSITIVE_INFINITY)).toEqual([])
  })

  test('are neither closed nor done, and each is one', () => {
    const late = learner('ada', {}, now, { tried: { 1: 5 } })
    expect(stepsOf(late, 0)).toEqual([])
    expect(stepsOf(learner('ada', { 2: 9 }, now), 0)).toEqual([])
    const once = weeks({ 1: 5 }, { 1: 9 })
    const twice = { ...once, units: [...once.units, ...once.units] }
    expect(stepsOf({ ...twice, row: learnerRow(twice, now) }, 3)).toEqual(['w1'])
  })
})

describe('missed due dates', () => {
  test('are those of the last few, since the one that made it so many', () => {
    const now = day(23)
    // Weeks 1 to 3 were due on the 8th, the 15th and the 22nd.
    expect(reasonsOf([learner('ada', { 1: 5, 2: 16 }, now)], MISSED, now)).toEqual([
      ['ada', [{ kind: 'missed', since: day(22), missed: 2, of: 3 }]],
    ])
    expect(reasonsOf([learner('ada', { 1: 5, 2: 14 }, now)], MISSED, now)).toEqual([])
  })

  test('do not count before somebody joined, and older ones are forgiven', () => {
    const now = day(30)
    const late = learner('ada', { 4: 25 }, now, { joinedAt: day(16) })
    expect(reasonsOf([late], MISSED, now)).toEqual([])
    const better = learner('bob', { 2: 10, 3: 17, 4: 25 }, now)
    expect(reasonsOf([better], { ...OFF, missed: { isOn: true, missed: 1, of: 3 } }, now)).toEqual(
      [],
    )
  })
})

describe('behind the median', () => {
  test('is who has done so many fewer than half of the class, since the class moved on', () => {
    const now = day(20)
    const quick = ['a', 'b', 'c'].map((id) => learner(id, { 1: 3, 2: 10, 3: 16 }, now))
    const slow = learner('slow', { 1: 4 }, now)
    expect(reasonsOf([...quick, slow], BEHIND, now)).toEqual([
      ['slow', [{ kind: 'behind', done: 1, median: 3, since: day(16) }]],
    ])
  })

  const times = fc.array(fc.nat(30), { maxLength: 5 })
  const classOf = fc.array(times, { minLength: 1, maxLength: 7 })

  /** The lower median of what was done by then, by sorting. */
  const medianAt = (all: readonly (readonly number[])[], at: number) =>
    all.map((own) => own.filter((each) => each <= at).length).toSorted((a, b) => a - b)[
      Math.floor((all.length - 1) / 2)
    ] ?? 0

  test('agrees with counting everybody at every instant', () => {
    fc.assert(
      fc.property(classOf, fc.integer({ min: 1, max: 4 }), (all, pieces) => {
        const medians = medianOverTime(all)
        for (let at = 0; at <= 30; at++) {
          const step = medians.findLast((each) => each.at <= at)
          expect(step?.median ?? 0).toBe(medianAt(all, at))
        }
        for (const own of all) {
          let since: number | undefined
          for (let at = 0; at <= 30; at++) {
            const done = own.filter((each) => each <= at).length
            since = medianAt(all, at) - done >= pieces ? (since ?? at) : undefined
          }
          expect(behindSince(own, medians, pieces)?.since).toBe(since)
        }
      }),
    )
  })
})

describe('rules', () => {
  test('that are off name nobody', () => {
    const now = day(30)
    expect(reasonsOf([learner('ada', {}, now)], OFF, now)).toEqual([])
  })

  test('that name more misses than dates are refused with what to do', () => {
    expect(rulesProblem(DEFAULT_RULES)).toBeUndefined()
    expect(rulesProblem({ ...OFF, missed: { isOn: true, missed: 4, of: 3 } })).toMatch(
      'Of the last 3 due dates nobody can miss 4',
    )
  })

  test('give their reasons in words', () => {
    const since = day(1)
    expect(
      [
        { kind: 'quiet', since, days: 9, open: 1 } as const,
        {
          kind: 'same-claim',
          since,
          unit: unit(2),
          sentence: 'No write is lost.',
          submissions: 4,
        } as const,
        { kind: 'missed', since, missed: 1, of: 1 } as const,
        { kind: 'behind', since, done: 4, median: 7 } as const,
      ].map(reasonText),
    ).toEqual([
      'No sign of work for 9 days, with 1 piece of work open.',
      '4 submissions of “Week 2” broke the same claim, and none passed: “No write is lost.”',
      'Missed the only due date so far.',
      'Has done 4 pieces of work; half of the class has done 7 or more.',
    ])
  })
})
