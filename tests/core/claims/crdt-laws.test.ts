/** The laws of replicated data types, on types that keep them and on ones that do not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type OperationCrdt,
  operationCrdtLaws,
  type StateCrdt,
  type StateUpdate,
  stateCrdtLaws,
} from '../../../grader/core/check/convergence/crdt-laws.ts'
import { fuzzRuns } from '../../support/traces/laws.ts'

const limits = { stepsMax: 100_000 }

/** A grow-only counter: how much each replica has added. */
type Counts = Readonly<Record<string, number>>

const NAMES = ['a', 'b', 'c']

const counter: StateCrdt<Counts> = {
  init: () => ({}),
  merge: (x, y) =>
    Object.fromEntries(
      NAMES.map((name) => [name, Math.max(x[name] ?? 0, y[name] ?? 0)] as const).filter(
        ([, count]) => count > 0,
      ),
    ),
  equal: (x, y) => NAMES.every((name) => (x[name] ?? 0) === (y[name] ?? 0)),
  print: (state) => NAMES.map((name) => state[name] ?? 0).join('/'),
}

const increment: StateUpdate<Counts> = {
  label: 'increment at a',
  apply: (state) => ({ ...state, a: (state.a ?? 0) + 1 }),
}

const states: readonly Counts[] = [{}, { a: 1 }, { b: 1 }, { a: 2, b: 1 }, { a: 1, c: 11 }]

function lawsOf(change: Partial<StateCrdt<Counts>>, updates = [increment]) {
  return stateCrdtLaws({ crdt: { ...counter, ...change }, states, updates, limits })
}

describe('state-based types', () => {
  test('pass when they keep the laws', () => {
    // Two laws about one state, three about two, one about three, and two of the update.
    expect(lawsOf({})).toEqual({ verdict: 'pass', cases: 2 * 5 + 3 * 25 + 125 + 2 * 5 })
  })

  test('fail when merge adds instead of taking the larger count', () => {
    const sum = (x: Counts, y: Counts) =>
      Object.fromEntries(NAMES.map((name) => [name, (x[name] ?? 0) + (y[name] ?? 0)]))
    expect(lawsOf({ merge: sum })).toEqual({
      verdict: 'fail',
      failure: {
        law: 'idempotent',
        message: 'merge(1/0/0, 1/0/0) gives 2/0/0.',
        samples: ['1/0/0'],
      },
    })
  })

  test('fail when merge prefers one side', () => {
    expect(lawsOf({ merge: (x, y) => ({ ...counter.merge(x, y), ...x }) })).toMatchObject({
      failure: {
        law: 'commutative',
        message: 'merge(1/0/0, 2/1/0) gives 1/1/0, but merge(2/1/0, 1/0/0) gives 2/1/0.',
      },
    })
  })

  test('fail when merge forgets what one side holds', () => {
    const smaller = (x: Counts, y: Counts) =>
      Object.fromEntries(NAMES.map((name) => [name, Math.min(x[name] ?? 0, y[name] ?? 0)]))
    expect(lawsOf({ merge: smaller })).toMatchObject({
      failure: {
        law: 'initial-is-least',
        message: 'Merging the initial state 0/0/0 with 1/0/0 gives 0/0/0.',
      },
    })
  })

  test('fail when merge is not a bound of both', () => {
    /** What both hold, unless one of them is new: the meet instead of the join. */
    const common = (x: Counts, y: Counts) => {
      if (counter.equal(x, {})) return y
      if (counter.equal(y, {})) return x
      return Object.fromEntries(NAMES.map((name) => [name, Math.min(x[name] ?? 0, y[name] ?? 0)]))
    }
    expect(lawsOf({ merge: common })).toMatchObject({
      failure: {
        law: 'upper-bound',
        message:
          'merge(1/0/0, 0/1/0) gives 0/0/0, which does not hold all of 1/0/0: merged with it again it gives 1/0/0.',
      },
    })
  })

  test('fail when merging in another order ends elsewhere', () => {
    /** Each beats one other: a winner of two is well defined, a winner of three is not. */
    const beats: Readonly<Record<string, string>> = {
      paper: 'rock',
      rock: 'scissors',
      scissors: 'paper',
    }
    const verdict = stateCrdtLaws<string>({
      crdt: {
        init: () => '',
        merge: (x, y) => (y === '' || x === y || beats[x] === y ? x : y),
        equal: (x, y) => x === y,
        print: (state) => state,
      },
      states: ['', ...Object.keys(beats)],
      updates: [],
      limits,
    })
    expect(verdict).toMatchObject({
      failure: {
        law: 'associative',
        message:
          'merge(merge(rock, paper), scissors) gives scissors, but merge(rock, merge(paper, scissors)) gives rock.',
      },
    })
  })

  test('fail when merge changes its argument', () => {
    const merge = (x: Counts, y: Counts) => Object.assign(x, counter.merge(x, y))
    const own = states.map((state) => ({ ...state }))
    expect(
      stateCrdtLaws({ crdt: { ...counter, merge }, states: own, updates: [], limits }),
    ).toEqual({
      verdict: 'fail',
      failure: {
        law: 'merge-is-pure',
        message: 'merge changed its argument 0/0/0 into 1/0/0; it must make a new state.',
        samples: ['0/0/0', '1/0/0'],
      },
    })
  })

  test('fail when an update goes down', () => {
    const reset = { label: 'reset', apply: () => ({}) }
    expect(lawsOf({}, [increment, reset])).toMatchObject({
      failure: {
        law: 'inflationary',
        message: '"reset" turns 1/0/0 into 0/0/0, and merging 1/0/0 undoes that: it gives 1/0/0.',
      },
    })
  })

  test('fail when a function throws, and say for what', () => {
    const merge = (x: Counts, y: Counts) => {
      if (x.c === 11) throw new RangeError('too many')
      return counter.merge(x, y)
    }
    expect(lawsOf({ merge })).toMatchObject({
      failure: { message: 'For 1/0/11, 0/0/0 it threw RangeError: too many.' },
    })
  })

  test('are unknown when the limit is reached before a law broke', () => {
    expect(stateCrdtLaws({ crdt: counter, states, updates: [], limits: { stepsMax: 10 } })).toEqual(
      {
        verdict: 'unknown',
        why: 'the laws were tried on 10 combinations of samples; fewer samples or a larger limit let it finish',
      },
    )
    const onProgress = () => 'stop' as const
    expect(
      stateCrdtLaws({ crdt: counter, states, updates: [], limits: { ...limits, onProgress } })
        .verdict,
    ).toBe('unknown')
  })

  test('get the smallest counterexample among the samples', () => {
    const state = fc.record({
      a: fc.nat({ max: 30 }),
      b: fc.nat({ max: 3 }),
      c: fc.nat({ max: 3 }),
    })
    const merge = (x: Counts, y: Counts) => ({ ...counter.merge(x, y), ...x })
    fc.assert(
      fc.property(fc.array(state, { maxLength: 6 }), (samples) => {
        const verdict = stateCrdtLaws({
          crdt: { ...counter, merge },
          states: samples,
          updates: [],
          limits,
        })
        const sizes = samples.flatMap((x) =>
          samples
            .filter((y) => !counter.equal(merge(x, y), merge(y, x)))
            .map((y) => counter.print(x).length + counter.print(y).length),
        )
        if (sizes.length === 0) {
          expect(verdict.verdict).toBe('pass')
          return
        }
        expect(verdict).toMatchObject({ verdict: 'fail', failure: { law: 'commutative' } })
        const failure = verdict.verdict === 'fail' ? verdict.failure : undefined
        expect(failure?.samples.join('').length).toBe(Math.min(...sizes))
      }),
      { numRuns: fuzzRuns(200) },
    )
  })
})

describe('operation-based types', () => {
  interface Op {
    readonly kind: 'add' | 'remove'
    readonly item: string
  }
  const set: OperationCrdt<readonly string[], Op> = {
    apply: (state, { kind, item }) =>
      kind === 'add' ? [...new Set([...state, item])] : state.filter((other) => other !== item),
    equal: (a, b) => [...a].sort().join() === [...b].sort().join(),
    print: (state) => `{${state.join()}}`,
    printOperation: ({ kind, item }) => `${kind} ${item}`,
  }
  const add: Op = { kind: 'add', item: 'x' }
  const remove: Op = { kind: 'remove', item: 'x' }
  const other: Op = { kind: 'add', item: 'y' }

  test('pass when concurrent operations commute', () => {
    const pairs = [
      { state: ['x'], a: add, b: other },
      { state: [], a: remove, b: remove },
    ]
    expect(operationCrdtLaws({ crdt: set, pairs, limits })).toEqual({ verdict: 'pass', cases: 4 })
  })

  test('fail with the smallest pair that does not', () => {
    const pairs = [
      { state: ['x', 'y', 'z'], a: add, b: remove },
      { state: [], a: add, b: remove },
    ]
    expect(operationCrdtLaws({ crdt: set, pairs, limits })).toEqual({
      verdict: 'fail',
      failure: {
        law: 'concurrent-operations-commute',
        message: 'On {}, add x and then remove x gives {}, but remove x and then add x gives {x}.',
        samples: ['{} with add x and remove x'],
      },
    })
  })

  test('fail when applying changes the state that it was given', () => {
    const crdt: OperationCrdt<string[], Op> = {
      ...set,
      apply: (state, { item }) => (state.push(item), state),
      equal: set.equal,
      print: set.print,
    }
    const verdict = operationCrdtLaws({ crdt, pairs: [{ state: ['y'], a: add, b: add }], limits })
    expect(verdict).toMatchObject({
      failure: {
        law: 'apply-is-pure',
        message: 'add x changed its argument {y} into {y,x}; it must make a new state.',
      },
    })
  })
})
