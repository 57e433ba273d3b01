/** What models promise to the searches, and what they say to people. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Json, type Operation, Prng, present } from '#core'
import { findModel, MODELS } from '../../../grader/core/check/models/models.ts'
import { showValue, valueKey } from '../../../grader/core/check/models/value.ts'
import { generateHistory, mutateOutputs } from '../../support/histories/generate.ts'
import { WORKLOADS } from '../../support/histories/workloads.ts'
import { runsOf } from './fuzz.ts'

const OPERATION: Operation = {
  id: 4,
  process: 'c2',
  f: 'read',
  key: 'x',
  input: null,
  output: null,
  call: 1,
  return: 2,
  outcome: 'ok',
}

describe.each(WORKLOADS)('the model of a $name', (workload) => {
  const model = present(findModel(workload.model), 'it has a model').make(workload.initial)

  test('keeps its promises in every state that operations lead to', () => {
    let preserved = 0
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const prng = new Prng(seed, 'model')
        const options = { operations: 12, processes: 3, keys: 1, failPermille: 0, ties: false }
        const history = generateHistory(prng, { ...options, workload, infoPermille: 200 })
        const { operations } = mutateOutputs(prng, history)
        let state = model.init()
        for (const operation of operations) {
          expect(model.problemWith(operation)).toBeUndefined()
          expect(model.describeOperation(operation)).toMatch(/^c\d [a-z]/)
          // Operations that preserve do so wherever they are legal: others prove nothing.
          for (const each of operations.filter((candidate) => model.preserves(candidate))) {
            const after = model.step(state, each)
            if (after === undefined) continue
            expect(model.key(after)).toBe(model.key(state))
            preserved++
          }
          const unheard = { ...operation, outcome: 'info' as const, output: null, return: null }
          const next = model.step(state, operation)
          // An unknown answer is any legal one, and the state after it is the same.
          const unheardNext = model.step(state, unheard)
          expect(unheardNext).toBeDefined()
          if (next !== undefined) expect(model.key(unheardNext)).toBe(model.key(next))
          state = next ?? unheardNext
        }
      }),
      { numRuns: runsOf(60) },
    )
    expect(preserved).toBeGreaterThan(0)
  })
})

describe('the list of models', () => {
  test('finds each by its id, and nothing else', () => {
    for (const family of MODELS) expect(findModel(family.id)).toBe(family)
    expect(findModel('stack')).toBeUndefined()
  })

  test.each(MODELS)('$id: says what it does and refuses what it does not', (family) => {
    expect(family.problemWithInit(family.initDefault)).toBeUndefined()
    const model = family.make(family.initDefault)
    expect(model.id).toBe(family.id)
    expect(model.initial).toEqual(family.initDefault)
    expect(model.problemWith({ ...OPERATION, f: 'jump' })).toBe(
      `Operation 4 of c2 ("jump") is not an operation of the model ${family.id}: it has ${family.operations.join(', ')}.`,
    )
  })
})

describe('a model says what is wrong with', () => {
  const problems: readonly [string, Partial<Operation>, string][] = [
    ['cas-register', { f: 'cas', input: 5 }, 'needs [from, to] as its input, not 5.'],
    [
      'cas-register',
      { f: 'cas', input: [1, 2] },
      'must answer with true (changed) or false (the value was another), not with null.',
    ],
    ['kv', { f: 'append', input: 1 }, 'needs a text as its input, not 1.'],
    ['counter', { f: 'add', input: 'x' }, 'needs a whole number as its input, not "x".'],
    ['counter', { f: 'increment', input: 1 }, 'needs null as its input, not 1.'],
    ['counter', { output: 'x' }, 'must answer with a whole number, not with "x".'],
    [
      'counter',
      { f: 'add', input: 1, output: 'x' },
      'must answer with null or the new value, not with "x".',
    ],
    ['set', { output: 1 }, 'must answer with a list, not with 1.'],
    ['set', { f: 'contains', input: 1 }, 'must answer with true or false, not with null.'],
    [
      'set',
      { f: 'add', input: 1, output: 1 },
      'must answer with null, or true if it changed the set, not with 1.',
    ],
    [
      'queue',
      { f: 'enqueue' },
      'needs an item (null stands for an empty queue) as its input, not null.',
    ],
    ['log', { input: -1, output: [] }, 'needs null or an index from 0 as its input, not -1.'],
    ['log', { output: 3 }, 'must answer with a list, not with 3.'],
    [
      'log',
      { f: 'append', input: 1, output: 'x' },
      'must answer with null or an index from 0, not with "x".',
    ],
    [
      'lock',
      { f: 'acquire', output: false },
      'must answer with true or null (use try-acquire for one that may be refused), not with false.',
    ],
    ['lock', { f: 'release', output: 3 }, 'must answer with true, false or null, not with 3.'],
  ]
  test.each(problems)('%s: %j', (id, change, says) => {
    const family = present(findModel(id), 'there is such a model')
    const operation = { ...OPERATION, ...change }
    expect(family.make(family.initDefault).problemWith(operation)).toBe(
      `Operation 4 of c2 ("${operation.f}") ${says}`,
    )
  })

  test.each<[string, Json, string]>([
    ['counter', 'a', 'The model counter begins with a whole number, not with "a".'],
    ['lock', 7, 'The model lock begins with null or the process that holds it, not with 7.'],
    [
      'queue',
      [null],
      'The model queue begins with a list of items that are not null, not with [null].',
    ],
    ['set', 'a', 'The model set begins with a list of elements, not with "a".'],
    ['log', 1, 'The model log begins with a list of entries, not with 1.'],
  ])('the initial value of a %s: %j', (id, init, says) => {
    expect(present(findModel(id), 'there is such a model').problemWithInit(init)).toBe(says)
  })
})

const copyOf = (value: Json) => JSON.parse(JSON.stringify(value)) as Json

describe('values', () => {
  test('have one key exactly when they are equal', () => {
    const values = fc.jsonValue({ maxDepth: 2 }).map((value) => copyOf(value as Json))
    const pairs = values.chain((one) =>
      fc.tuple(fc.constant(one), fc.oneof(values, fc.constant(copyOf(one)))),
    )
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        expect(valueKey(one) === valueKey(other)).toBe(isDeepStrictEqual(one, other))
      }),
    )
  })

  test('are not taken for the text of others', () => {
    const text = valueKey([1])
    expect(typeof text).toBe('string')
    expect(valueKey(text as string)).not.toBe(text)
    expect(valueKey('1')).not.toBe(valueKey(1))
    expect(valueKey({ a: 1, b: 2 })).toBe(valueKey({ b: 2, a: 1 }))
  })

  test('are shown in part when they are long', () => {
    expect(showValue('x'.repeat(1_000))).toHaveLength(60)
    expect(showValue(Array.from({ length: 1_000 }, (_, index) => index))).toMatch(/^\[0,1,2.*…$/)
  })
})
