/** Plain data as text: what goes in comes out, equal data has equal text, the rest is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NotPlainDataError, writePlain } from '#kit/state/plain-data.ts'
import { readPlain } from '#kit/state/read-plain.ts'
import { decodeStep, encodeStep } from '#kit/state/step-text.ts'

const RUNS = 200 * Number(process.env.NETSPLIT_FUZZ ?? 1)

const { plain } = fc.letrec((tie) => ({
  plain: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      null,
      undefined,
      true,
      false,
      Number.NaN,
      0,
      -0,
      1 / 3,
      -Infinity,
      Infinity,
      10n,
    ),
    fc.integer(),
    fc.string(),
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.array(tie('plain'), { maxLength: 4 }).map((parts) => {
      const sparse = [...parts]
      sparse[parts.length + 1] = 1
      return sparse
    }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('plain'), { maxKeys: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.string(), fc.integer()), tie('plain')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((entries) => new Map(entries)),
    fc.uniqueArray(fc.oneof(fc.string(), fc.double()), { maxLength: 4 }).map((all) => new Set(all)),
  ),
}))

const fieldSets = fc.dictionary(fc.string(), plain, { maxKeys: 5, noNullPrototype: false })

describe('plain data', () => {
  test('survives its text', () => {
    fc.assert(
      fc.property(fieldSets, (fields) => {
        expect(readPlain(writePlain(fields))).toStrictEqual({ ...fields })
      }),
      { numRuns: RUNS },
    )
  })

  test('has the same text when it is read back', () => {
    fc.assert(
      fc.property(fieldSets, (fields) => {
        const text = writePlain(fields)
        expect(writePlain(readPlain(text))).toBe(text)
      }),
      { numRuns: RUNS },
    )
  })

  test('has the same text in whatever order it was put together', () => {
    fc.assert(
      fc.property(fieldSets, (fields) => {
        expect(writePlain(reversed(fields) as object)).toBe(writePlain(fields))
      }),
      { numRuns: RUNS },
    )
  })

  test('has other text when it is other data', () => {
    fc.assert(
      fc.property(fieldSets, fieldSets, (a, b) => {
        const areEqual = isSame(() => expect(readPlain(writePlain(a))).toStrictEqual({ ...b }))
        expect(writePlain(a) === writePlain(b)).toBe(areEqual)
      }),
      { numRuns: RUNS },
    )
  })

  test('lists numbers by value: a log by index is read back in order', () => {
    const log = new Map([10, 9, 1].map((index) => [index, `entry ${index}`]))
    const { log: back } = readPlain(writePlain({ log })) as { log: Map<number, string> }
    expect([...back.keys()]).toEqual([1, 9, 10])
  })

  test('dictionaries without prototype come back as such', () => {
    const bare = Object.assign(Object.create(null) as object, { a: [1] })
    const { field } = readPlain(writePlain({ field: bare }))
    expect(Object.getPrototypeOf(field)).toBeNull()
    expect(field).toEqual(bare)
  })
})

/** The same data, put together from the other end. Array order means something and stays. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value
  if (value instanceof Set) return new Set([...value].reverse())
  if (value instanceof Map) {
    return new Map([...value].reverse().map(([key, part]) => [key, reversed(part)]))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  const other: unknown = Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)]))
  return Object.setPrototypeOf(other, Object.getPrototypeOf(value) as object | null) as unknown
}

function isSame(compare: () => void): boolean {
  try {
    compare()
    return true
  } catch {
    return false
  }
}

describe('what cannot be text is refused, and named', () => {
  class Entry {
    term = 1
  }
  const shared = { op: 'put' }
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  const named = Object.assign([1], { extra: 2 })
  test.each([
    [{ peersLeft: [0, 1, () => 0] }, 'field `peersLeft[2]` holds a function'],
    [{ a: { 'b c': Symbol('s') } }, 'field `a["b c"]` holds a symbol'],
    [{ [Symbol('s')]: 1 }, 'the node has a symbol as key'],
    [{ log: [new Entry()] }, 'field `log[0]` holds an instance of Entry'],
    [{ when: new Map([['now', new Date(0)]]) }, 'field `when.now` holds an instance of Date'],
    [{ log: [{ command: shared }], waiting: new Map([[7, shared]]) }, 'holds the very object that'],
    [{ a: { cycle } }, 'field `a.cycle.self` leads back to `a.cycle`, which it is a part of'],
    [{ named }, 'field `named` is an array with fields of its own'],
    [{ map: Object.assign(new Map(), { x: 1 }) }, 'field `map` is a Map with fields of its own'],
  ])('%#', (fields, message) => {
    expect(() => writePlain(fields)).toThrow(NotPlainDataError)
    expect(() => writePlain(fields)).toThrow(message)
  })

  test('both places of a shared object are named', () => {
    const fields = { log: [{ command: shared }], waiting: new Map([[7, shared]]) }
    expect(() => writePlain(fields)).toThrow(
      'field `waiting[7]` holds the very object that `log[0].command` holds: store a copy, such as { ...it }',
    )
  })
})

describe('a step as text', () => {
  test('survives, whatever reply and memory are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (reply, state) => {
        const result = { kind: 'stepped', reply, state } as const
        expect(decodeStep(encodeStep(result))).toEqual(result)
      }),
    )
  })

  test.each(['', 'S', 'S5:ab', 'S999999999:', 'Sx:1', 'S-1:a', 'nonsense', 'E[]'])(
    '%s is read as a reply without memory',
    (text) => {
      expect(decodeStep(text)).toMatchObject({ kind: 'stepped', state: '' })
    },
  )
})
