/** What a review gives, and what a changed rubric does to the reviews that use it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Marks, pointsOf, publishProblem } from '#app/_classes/reviews/review-points.ts'
import {
  type Criterion,
  type Rubric,
  rubricMax,
  rubricProblem,
  type Scoring,
  sumPoints,
} from '#app/_classes/reviews/rubric.ts'
import { pointsChanges } from '#app/_classes/reviews/rubric-change.ts'

const item = (id: string, points: number) => ({ id, title: `Item ${id}`, points })

const NAMES: Criterion = {
  id: 'names',
  title: 'Names',
  scoring: 'levels',
  points: 0,
  items: [item('good', 3), item('fair', 1.5), item('poor', 0)],
}
const DEPTH: Criterion = {
  id: 'depth',
  title: 'Depth',
  scoring: 'add',
  points: 2,
  items: [item('tests', 1.5), item('notes', 1)],
}
const CARE: Criterion = {
  id: 'care',
  title: 'Care',
  scoring: 'subtract',
  points: 1,
  items: [item('dead', 0.75), item('copied', 0.75)],
}
const RUBRIC: Rubric = { criteria: [NAMES, DEPTH, CARE] }

const marks = (...chosen: readonly string[]): Marks => ({ chosen, override: undefined })

const points = fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100)

/** Any rubric that may be kept, and the ids of its items. */
const rubrics: fc.Arbitrary<Rubric> = fc
  .array(
    fc.record({
      scoring: fc.constantFrom<Scoring>('levels', 'add', 'subtract'),
      points,
      items: fc.array(points, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 6 },
  )
  .map((criteria) => ({
    criteria: criteria.map(({ items, ...rest }, at) => ({
      ...rest,
      id: `c${at}`,
      title: `Criterion ${at}`,
      items: items.map((one, index) => item(`c${at}i${index}`, one)),
    })),
  }))

const marked = rubrics.chain((rubric) => {
  const ids = rubric.criteria.flatMap(({ items }) => items.map(({ id }) => id))
  return fc.tuple(fc.constant(rubric), fc.subarray([...ids, 'gone']))
})

describe('the points of a review', () => {
  test.each([
    [['good'], 4],
    [['fair', 'notes'], 3.5],
    [['good', 'tests', 'notes'], 6],
    [['good', 'dead'], 3.25],
    [['good', 'dead', 'copied'], 3],
    [['poor', 'gone'], 1],
  ])('for %j are %d of 6', (chosen, expected) => {
    expect(pointsOf(RUBRIC, marks(...chosen))).toMatchObject({ points: expected, pointsMax: 6 })
  })

  test('are open until a level is chosen, and then it may be published', () => {
    const open = pointsOf(RUBRIC, marks('tests'))
    expect(open).toMatchObject({ points: undefined, fromRubric: 2.5, open: ['Names'] })
    expect(publishProblem(open)).toContain('“Names”')
    expect(publishProblem(pointsOf(RUBRIC, marks('poor')))).toBeUndefined()
  })

  test('are those given with a reason, whatever the rubric says', () => {
    const override = { points: 5, reason: 'Another way, and a good one' }
    const given = pointsOf(RUBRIC, { chosen: [], override })
    expect(given).toMatchObject({ points: 5, pointsMax: 6, fromRubric: 1 })
    expect(publishProblem(given)).toBeUndefined()
  })

  test('are none without a rubric, which is no obstacle', () => {
    const words = pointsOf(undefined, marks('good'))
    expect(words).toMatchObject({ points: undefined, pointsMax: undefined })
    expect(publishProblem(words)).toBeUndefined()
    expect(pointsOf({ criteria: [] }, marks()).points).toBeUndefined()
  })

  test('stay between nothing and the most, are the sum of the criteria, and need no order', () => {
    fc.assert(
      fc.property(marked, ([rubric, chosen]) => {
        const given = pointsOf(rubric, marks(...chosen))
        expect(given.fromRubric).toBeGreaterThanOrEqual(0)
        expect(given.fromRubric).toBeLessThanOrEqual(rubricMax(rubric))
        expect(given.fromRubric).toBe(sumPoints(given.criteria.map((one) => one.points)))
        for (const one of given.criteria) expect(one.points).toBeLessThanOrEqual(one.pointsMax)
        expect(pointsOf(rubric, marks(...chosen.toReversed()))).toEqual(given)
      }),
    )
  })

  test('grow by what adds, and shrink by what takes', () => {
    fc.assert(
      fc.property(marked, ([rubric, chosen]) => {
        const before = pointsOf(rubric, marks(...chosen)).fromRubric
        for (const { scoring, items } of rubric.criteria) {
          if (scoring === 'levels') continue
          const after = pointsOf(rubric, marks(...chosen, items[0]?.id ?? '')).fromRubric
          if (scoring === 'add') expect(after).toBeGreaterThanOrEqual(before)
          else expect(after).toBeLessThanOrEqual(before)
        }
      }),
    )
  })

  test('have two decimals, however often a tenth is added', () => {
    expect(sumPoints(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  })
})

describe('a rubric', () => {
  test('that may be kept is not refused', () => {
    fc.assert(fc.property(rubrics, (rubric) => rubricProblem(rubric) === undefined))
  })

  test.each([
    [{ ...NAMES, title: ' ' }, 'criterion a title'],
    [{ ...NAMES, items: [] }, '“Names” at least one item'],
    [{ ...NAMES, items: [item('x', -1)] }, 'from 0 to 1000'],
    [{ ...NAMES, items: [item('x', 0.001)] }, 'two decimals'],
    [{ ...DEPTH, points: Number.NaN }, 'Points of “Depth”'],
    [{ ...NAMES, items: [item('x', 1), item('x', 2)] }, 'same id'],
    [{ ...NAMES, items: [{ ...item('x', 1), title: '' }] }, 'each item of “Names” a title'],
  ])('%#: says what is wrong', (criterion, words) => {
    expect(rubricProblem({ criteria: [criterion] })).toContain(words)
  })
})

describe('a changed rubric', () => {
  const reviews = [
    { userId: 'ada', isPublished: false, ...marks('good') },
    { userId: 'bob', isPublished: true, ...marks('fair', 'tests') },
    { userId: 'eve', isPublished: true, chosen: [], override: { points: 2, reason: 'Late' } },
  ]

  test('names whose points change, published ones first, and leaves given points alone', () => {
    const dearer = { ...NAMES, items: [item('good', 4), item('fair', 2)] }
    expect(pointsChanges(RUBRIC, { criteria: [dearer, DEPTH, CARE] }, reviews)).toEqual([
      { userId: 'bob', isPublished: true, from: 4, to: 4.5 },
      { userId: 'ada', isPublished: false, from: 4, to: 5 },
    ])
  })

  test('in its words alone changes nothing', () => {
    fc.assert(
      fc.property(marked, ([rubric, chosen]) => {
        const renamed = {
          criteria: rubric.criteria.map((one) => ({ ...one, title: `${one.title}, anew` })),
        }
        const review = { userId: 'ada', isPublished: true, ...marks(...chosen) }
        expect(pointsChanges(rubric, renamed, [review])).toEqual([])
      }),
    )
  })

  test('without a level that somebody had leaves that review open', () => {
    const shorter = { ...NAMES, items: [item('poor', 0)] }
    expect(pointsChanges(RUBRIC, { criteria: [shorter] }, reviews)[0]).toMatchObject({
      userId: 'bob',
      to: undefined,
    })
  })
})
