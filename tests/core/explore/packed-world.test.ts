/** Keys of worlds are exact: they lose nothing, however large the numbers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOf, worldOfKey } from '../../../grader/core/explore/packed-world.ts'

/** Around the places where a number begins to take more units, and up to 30 bits. */
const numbers = fc.oneof(
  fc.nat({ max: 300 }),
  fc.integer({ min: 0x7ff0, max: 0x8010 }),
  fc.integer({ min: 0xfff0, max: 0x10010 }),
  fc.nat({ max: 2 ** 30 - 1 }),
)

test('a world comes back from its key', () => {
  fc.assert(
    fc.property(fc.array(numbers), (world) => {
      expect(worldOfKey(keyOf(world))).toEqual(world)
    }),
  )
})

test('different worlds have different keys', () => {
  fc.assert(
    fc.property(fc.array(numbers), fc.array(numbers), (a, b) => {
      expect(keyOf(a) === keyOf(b)).toBe(a.join(' ') === b.join(' '))
    }),
  )
})
