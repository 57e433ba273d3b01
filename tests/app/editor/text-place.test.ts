/** Places in a text, there and back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offsetOf, placeOf } from '#app/labs/_editor/text-place.ts'

it('finds each place again', () => {
  const text = fc.array(fc.constantFrom('a', '\n', 'é'), { maxLength: 30 })
  fc.assert(
    fc.property(text, fc.nat(30), (letters, nat) => {
      const whole = letters.join('')
      const offset = Math.min(nat, whole.length)
      const { line, column } = placeOf(whole, offset)
      expect(offsetOf(whole, line, column)).toBe(offset)
    }),
  )
})

it('takes the nearest place for one that there is not', () => {
  expect(offsetOf('ab\ncd', 1, 99)).toBe(2)
  expect(offsetOf('ab\ncd', 99, 1)).toBe(3)
  expect(offsetOf('ab\ncd', 0, 0)).toBe(0)
  expect(placeOf('ab\ncd', 99)).toEqual({ line: 2, column: 3 })
})
