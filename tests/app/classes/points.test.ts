/** Points are kept in hundredths, shared without a rest, and read as they are written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  equalParts,
  parsePoints,
  plainPoints,
  pointsText,
  signedPoints,
} from '#app/_classes/grades/points.ts'

describe('points', () => {
  test('of equal parts differ by a hundredth at most, and add up', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 60 }), (whole, count) => {
        const parts = equalParts(whole, count)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (hundredths) => {
        expect(parsePoints(plainPoints(hundredths))).toBe(hundredths)
        expect(parsePoints(pointsText(hundredths))).toBe(hundredths)
        expect(parsePoints(signedPoints(hundredths))).toBe(hundredths)
      }),
    )
    expect(parsePoints(' 2,5 ')).toBe(250)
  })

  test.each(['', 'ten', '1e3', '1.234', '--1', '1000.01', 'NaN'])('are not %j', (text) => {
    expect(parsePoints(text)).toBeUndefined()
  })
})
