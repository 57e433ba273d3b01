/** When JSON values count as the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '#core'
import { canonicalText, jsonFields, printJson, sameJson } from '../../../grader/core/json.ts'

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json)
/** Small values, so that two of them are often the same. */
const small = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    1,
    'a',
    [],
    {},
    [0],
    [1],
    { a: 0 },
    { b: 0 },
    { a: 0, b: 1 },
  ),
  json,
)

describe('JSON values', () => {
  test('are the same whatever the order of their fields, not of their items', () => {
    expect(sameJson({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 })).toBe(true)
    expect(sameJson([1, 2], [2, 1])).toBe(false)
    expect(sameJson({ a: 1 }, { a: 1, b: 1 })).toBe(false)
    expect(sameJson([], {})).toBe(false)
    expect(sameJson({ a: null }, { b: null })).toBe(false)
  })

  test('are the same exactly when their canonical texts are', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(sameJson(a, b)).toBe(canonicalText(a) === canonicalText(b))
      }),
    )
  })

  test('read back from their canonical text as they were', () => {
    fc.assert(
      fc.property(json, (value) => {
        const copy = JSON.parse(canonicalText(value)) as Json
        expect(sameJson(copy, JSON.parse(JSON.stringify(value)) as Json)).toBe(true)
      }),
    )
  })

  test('have fields only when they are objects', () => {
    expect(jsonFields({ a: 1 })).toEqual({ a: 1 })
    for (const value of [null, 7, 'a', true, [1]]) expect(jsonFields(value)).toBeUndefined()
  })

  test('are cut when they are long', () => {
    expect(printJson(['a'])).toBe('["a"]')
    expect(printJson('x'.repeat(200))).toBe(`"${'x'.repeat(58)}…`)
  })
})
