/** Shares, ranges and correlations, held against slow ways to compute the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  correlate,
  discriminationOf,
  type ItemAndRest,
  itemAndRest,
  outerGroups,
  PEOPLE_MIN,
} from '#app/_classes/statistics/discrimination.ts'
import { lowerMedian, wilson } from '#app/_classes/statistics/share.ts'

const SHARES = [0, 0.25, 0.5, 1] as const
const person = fc.record({
  item: fc.constantFrom(...SHARES),
  rest: fc.constantFrom(...SHARES),
})

describe('the range of a share', () => {
  test('is that of Wilson’s formula in a textbook', () => {
    // Agresti and Coull 1998, on 0 of 10; and 8 of 10 by hand.
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 3)
    expect(wilson(8, 10).low).toBeCloseTo(0.4902, 3)
    expect(wilson(8, 10).high).toBeCloseTo(0.9433, 3)
  })

  test('holds the shares that would make what was seen no wonder, and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (of, any) => {
        const count = any % (of + 1)
        const { low, high } = wilson(count, of)
        expect(low).toBeLessThanOrEqual(count / of)
        expect(high).toBeGreaterThanOrEqual(count / of)
        for (let share = 0.0005; share < 1; share += 0.001) {
          // The score test, of which Wilson’s range is the inverse.
          const z = Math.abs(count / of - share) / Math.sqrt((share * (1 - share)) / of)
          if (Math.abs(z - 1.96) < 1e-6) continue
          expect(share >= low && share <= high).toBe(z < 1.96)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('the lower median has half of the numbers on each side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const median = lowerMedian(numbers) ?? Number.NaN
      expect(numbers).toContain(median)
      const atMost = numbers.filter((each) => each <= median).length
      const below = numbers.filter((each) => each < median).length
      expect(2 * atMost).toBeGreaterThanOrEqual(numbers.length)
      expect(2 * below).toBeLessThan(numbers.length)
    }),
  )
  expect(lowerMedian([])).toBeUndefined()
})

describe('the correlation', () => {
  test('is that of all pairs of people', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 40 }), (people) => {
        // Covariance as the mean over pairs, which needs no means of its own.
        let [both, item, rest] = [0, 0, 0]
        for (const a of people) {
          for (const b of people) {
            both += (a.item - b.item) * (a.rest - b.rest)
            item += (a.item - b.item) ** 2
            rest += (a.rest - b.rest) ** 2
          }
        }
        const found = correlate(people)
        if (item === 0 || rest === 0) expect(found).toBeUndefined()
        else expect(found).toBeCloseTo(both / Math.sqrt(item * rest), 9)
      }),
    )
  })

  test('does not have the item in the rest', () => {
    const results = [
      new Map([['a', 1] as const, ['b', 0] as const, ['c', 0.5] as const]),
      new Map([['a', 1] as const]),
      new Map([['b', 1] as const, ['c', 1] as const]),
    ]
    expect(itemAndRest(results, 'a')).toEqual([{ item: 1, rest: 0.25 }])
    expect(itemAndRest(results, 'b')).toEqual([
      { item: 0, rest: 0.75 },
      { item: 1, rest: 1 },
    ])
  })

  test('is not told with too few people, nor where nothing varies', () => {
    const people = (count: number): ItemAndRest[] =>
      Array.from({ length: count }, (_, at) => ({ item: at % 2, rest: at % 3 }))
    expect(discriminationOf(people(PEOPLE_MIN - 1))).toBeUndefined()
    expect(discriminationOf(people(PEOPLE_MIN))).toBeDefined()
    expect(discriminationOf(people(40).map((one) => ({ ...one, item: 1 / 3 })))).toBeUndefined()
  })

  test('lies within its range, which narrows with more people', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 20, maxLength: 60 }), (people) => {
        const once = discriminationOf(people)
        const often = discriminationOf([...people, ...people, ...people, ...people])
        if (once === undefined || often === undefined) return
        expect(once.range.low).toBeLessThanOrEqual(once.correlation)
        expect(once.range.high).toBeGreaterThanOrEqual(once.correlation)
        const width = ({ range }: typeof once) => range.high - range.low
        expect(width(often)).toBeLessThanOrEqual(width(once))
      }),
    )
  })
})

describe('the outer groups', () => {
  test('are the mean over every order in which ties may be broken', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (people) => {
        const size = Math.max(1, Math.round(people.length * 0.27))
        const orders = permutations(people)
        const mean = (of: (order: readonly ItemAndRest[]) => number) =>
          orders.reduce((sum, order) => sum + of(order), 0) / orders.length
        const share = (order: readonly ItemAndRest[]) =>
          order.slice(0, size).reduce((sum, { item }) => sum + item, 0) / size
        const { upper, lower } = outerGroups(people)
        // Sorting keeps the order of equals, so each permutation breaks ties its own way.
        expect(lower).toBeCloseTo(
          mean((order) => share(order.toSorted((a, b) => a.rest - b.rest))),
          9,
        )
        expect(upper).toBeCloseTo(
          mean((order) => share(order.toSorted((a, b) => b.rest - a.rest))),
          9,
        )
      }),
      { numRuns: 60 },
    )
  })
})

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length <= 1) return [all]
  return all.flatMap((one, at) =>
    permutations(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
  )
}
