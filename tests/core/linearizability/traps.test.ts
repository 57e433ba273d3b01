/** Mistakes that are easy to make in a search, and that public histories do not notice. */
import { describe, expect, test } from 'vitest'
import { type History, type Json, Prng, present } from '#core'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import type { Model } from '../../../grader/core/check/models/model.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { generateHistory } from '../../support/histories/generate.ts'
import { linearizabilityHistories } from '../../support/histories/recorded.ts'
import { growingKv, uniqueQueue, uniqueRegister } from '../../support/histories/workloads.ts'
import { writtenHistory } from '../../support/histories/written.ts'

/** The hardest history below takes a fifth of it. */
const LIMITS = { stepsMax: 200_000 }

function modelOf(id: string, init: Json): Model {
  return present(findModel(id), 'there is such a model').make(init)
}

function verdictOf(history: History, model = 'register', init: Json = null): string {
  return checkLinearizable(history, modelOf(model, init), LIMITS).verdict
}

describe('an operation that happens to change nothing', () => {
  // Placed at once, while the value is 1 anyway, c1's write would be missing later.
  const history = writtenHistory(`
    c1 write x 1 -> null @ 1..9
    c2 write x 2 -> null @ 2..3
    c3 read x -> 2 @ 4..5
    c3 read x -> 1 @ 6..7
  `)
  test('may be needed later', () => expect(verdictOf(history, 'register', 1)).toBe('pass'))
})

describe('an operation of unknown outcome', () => {
  test('may have happened', () => {
    const history = writtenHistory(`
      c1 write x 1 -> ? @ 1
      c2 read x -> 1 @ 2..3
    `)
    expect(verdictOf(history)).toBe('pass')
  })

  test('may never have happened', () => {
    const history = writtenHistory(`
      c1 write x 1 -> ? @ 1
      c2 read x -> null @ 2..3
    `)
    expect(verdictOf(history)).toBe('pass')
  })

  test('may happen long after its process went on', () => {
    const history = writtenHistory(`
      c1 write x 1 -> ? @ 1
      c1 write x 2 -> null @ 2..3
      c2 read x -> 2 @ 4..5
      c2 read x -> 1 @ 6..7
    `)
    expect(verdictOf(history)).toBe('pass')
  })

  test('happens at most once', () => {
    const history = writtenHistory(`
      c1 write x 1 -> ? @ 1
      c2 read x -> 1 @ 2..3
      c2 write x 2 -> null @ 4..5
      c2 read x -> 1 @ 6..7
    `)
    expect(verdictOf(history)).toBe('fail')
  })

  test('does not happen before its call', () => {
    const history = writtenHistory(`
      c2 read x -> 1 @ 1..2
      c1 write x 1 -> ? @ 3
    `)
    expect(verdictOf(history)).toBe('fail')
  })

  test('may be needed as a link in a chain', () => {
    const history = writtenHistory(`
      c1 cas x [0,1] -> ? @ 1
      c2 cas x [1,2] -> ? @ 2
      c3 cas x [2,3] -> ? @ 3
      c4 read x -> 3 @ 4..5
    `)
    expect(verdictOf(history, 'cas-register', 0)).toBe('pass')
  })

  test('may be needed so that a compare-and-set fails', () => {
    const history = writtenHistory(`
      c1 write x 7 -> ? @ 1
      c2 cas x [0,5] -> false @ 2..3
    `)
    expect(verdictOf(history, 'cas-register', 0)).toBe('pass')
  })

  test('leaves another way open than the one that was tried first', () => {
    // Both unknown operations explain the first 1, but only the write can explain the second.
    const history = writtenHistory(`
      c1 write x 1 -> ? @ 1
      c2 cas x [0,1] -> ? @ 2
      c3 read x -> 1 @ 3..4
      c3 write x 2 -> null @ 5..6
      c3 read x -> 1 @ 7..8
    `)
    expect(verdictOf(history, 'cas-register', 0)).toBe('pass')
  })

  test('costs little in great numbers', () => {
    const prng = new Prng(1, 'crashes')
    const options = { operations: 1_000, processes: 5, keys: 1, failPermille: 0, ties: false }
    const history = generateHistory(prng, {
      ...options,
      workload: uniqueRegister,
      infoPermille: 60,
    })
    const unknown = history.operations.filter(({ outcome }) => outcome === 'info')
    expect(unknown.length).toBeGreaterThan(80)
    expect(verdictOf(history)).toBe('pass')
  })
})

describe('a history of many keys', () => {
  test('fails although one of its keys is too hard to finish', () => {
    const hard = present(
      linearizabilityHistories().find(({ file }) => file.endsWith('c50-bad.jsonl')),
      'it is one of them',
    )
    expect(verdictOf(hard.history, hard.model, hard.init)).toBe('fail')
  })

  test('is judged as one by a model whose keys hang together', () => {
    // Alone, each account could have been read so; together, the money was never in both.
    const history = writtenHistory(`
      c1 transfer a ["a","b",10] -> null @ 1..2
      c2 total * -> 20 @ 3..4
    `)
    expect(checkLinearizable(history, bank(10), LIMITS).verdict).toBe('fail')
    expect(checkLinearizable(history, bank(20), LIMITS).verdict).toBe('pass')
  })
})

describe('intervals', () => {
  test('are closed: who is called at the return of another overlaps with it', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..3
      c2 read x -> null @ 3..4
    `)
    expect(verdictOf(history)).toBe('pass')
  })

  test('keep those apart that do not touch', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..3
      c2 read x -> null @ 4..5
    `)
    expect(verdictOf(history)).toBe('fail')
  })
})

describe('looking ahead', () => {
  test.each([
    ['text that grows', 30, growingKv],
    ['items of a queue', 10, uniqueQueue],
  ])('keeps many clients at once within bounds: %s, %i of them', (_, processes, workload) => {
    const options = { operations: 1_000, processes, keys: 1, failPermille: 0, ties: false }
    const history = generateHistory(new Prng(7, 'ahead'), { ...options, workload, infoPermille: 0 })
    expect(verdictOf(history, workload.model, workload.initial)).toBe('pass')
  })
})

/** Two accounts of which only the sum is ever read. */
function bank(total: number): Model<number> {
  return {
    id: 'bank',
    initial: total,
    keysIndependent: false,
    processMatters: false,
    problemWith: () => undefined,
    init: () => total,
    step: (state, { f, output }) => (f === 'transfer' || output === state ? state : undefined),
    key: (state) => state,
    preserves: ({ f }) => f === 'total',
    describeOperation: ({ process, f }) => `${process} asked for ${f}`,
    describeState: (state) => String(state),
    lookAhead: () => undefined,
  }
}
