/** Sequential consistency: histories with known verdicts, and what is easy to get wrong. */
import { describe, expect, test } from 'vitest'
import { type History, type Json, Prng, present } from '#core'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { checkSequential } from '../../../grader/core/check/sequential/check-sequential.ts'
import { generateHistory } from '../../support/histories/generate.ts'
import { levelHistories } from '../../support/histories/recorded.ts'
import { plainKv } from '../../support/histories/workloads.ts'
import { writtenHistory } from '../../support/histories/written.ts'

const LIMITS = { stepsMax: 100_000 }

function check(history: History, id = 'register', init: Json = 0) {
  const model = present(findModel(id), 'there is such a model').make(init)
  return checkSequential(history, model, LIMITS)
}

describe('Bouajjani and others, POPL 2017, figure 3', () => {
  const all = levelHistories()
  test('is there', () => expect(all).toHaveLength(5))
  test.each(all)('$file', ({ init, expected, history }) => {
    expect(check(history, 'register', init).verdict).toBe(expected.sc === true ? 'pass' : 'fail')
  })
})

describe('sequential consistency', () => {
  test('does not care for real time', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..2
      c2 read x -> 0 @ 3..4
    `)
    expect(check(history)).toMatchObject({ verdict: 'pass', order: [1, 0] })
  })

  test('keeps the order of each process', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..2
      c1 read x -> 0 @ 3..4
    `)
    expect(check(history).verdict).toBe('fail')
  })

  test('may need an operation that would change nothing at first', () => {
    const history = writtenHistory(`
      c2 write x 2 -> null @ 1..2
      c3 read x -> 2 @ 3..4
      c3 read x -> 1 @ 5..6
      c1 write x 1 -> null @ 7..8
    `)
    expect(check(history, 'register', 1)).toMatchObject({ verdict: 'pass', order: [0, 1, 3, 2] })
  })

  // Dekker: each key alone has an order, but together they make a circle.
  const dekker = writtenHistory(`
    c1 write x 1 -> null @ 1..2
    c2 write y 1 -> null @ 3..4
    c1 read y -> 0 @ 5..6
    c2 read x -> 0 @ 7..8
  `)

  test('cannot be judged key by key', () => {
    for (const key of ['x', 'y']) {
      const alone = dekker.operations.filter((each) => each.key === key)
      const history = { operations: alone.map((each, id) => ({ ...each, id })) }
      expect(check(history).verdict).toBe('pass')
    }
    expect(check(dekker).verdict).toBe('fail')
  })

  test('says what is left when nothing can come next', () => {
    const verdict = check(dekker)
    if (verdict.verdict !== 'fail') throw new Error('it has no order')
    expect(verdict.anomaly.kind).toBe('not-sequential')
    expect(verdict.anomaly.message).toBe(
      'No single order keeps what each process did in its order: the longest one ends when c2 wrote y = 1, and then none of these can come next: c2 read x = 0.',
    )
    expect(verdict.stuck).toEqual([3])
    expect(verdict.longestOrder.map(({ operation }) => operation)).toEqual([0, 2, 1])
    expect(check(dekker)).toEqual(verdict)
  })

  test('names what needs no search: a value that nobody wrote', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..2
      c2 read x -> 7 @ 3..4
    `)
    expect(check(history)).toMatchObject({
      verdict: 'fail',
      anomaly: { kind: 'value-from-nowhere', operations: [1] },
    })
  })

  test('does not make a process wait for what it has given up', () => {
    const history = writtenHistory(`
      c1 write x 1 -> ? @ 1
      c1 read x -> 0 @ 2..3
      c2 read x -> 0 @ 4..5
      c2 read x -> 1 @ 6..7
    `)
    expect(check(history).verdict).toBe('pass')
  })

  test('has nothing happen before its process called it', () => {
    const history = writtenHistory(`
      c1 read x -> 1 @ 1..2
      c1 write x 1 -> ? @ 3
    `)
    expect(check(history).verdict).toBe('fail')
  })
})

describe('the cheap answers', () => {
  const long = generateHistory(new Prng(5, 'long'), {
    workload: plainKv,
    operations: 3_000,
    processes: 10,
    keys: 20,
    infoPermille: 5,
    failPermille: 0,
    ties: false,
  })

  test('pass what is linearizable, however long', () => {
    expect(check(long, 'kv', null).verdict).toBe('pass')
  })

  test('believe a checker of a weaker level that fails', () => {
    const anomaly = { kind: 'cyclic', message: 'A cycle.', operations: [0, 1], relations: [] }
    const model = present(findModel('register'), 'there is a register').make(0)
    const history = writtenHistory('c1 read x -> 1 @ 1..2')
    const refuted = checkSequential(history, model, LIMITS, {
      refute: () => ({ verdict: 'fail', anomaly }),
    })
    expect(refuted).toMatchObject({ verdict: 'fail', anomaly, stuck: [] })
    const undecided = checkSequential(history, model, LIMITS, {
      refute: () => ({ verdict: 'pass' }),
    })
    expect(undecided).toMatchObject({ verdict: 'fail', stuck: [0] })
  })

  test('fail an object that is wrong by itself, in whatever company', () => {
    const [first] = long.operations
    const end = present(long.operations.at(-1), 'it has a last').call + 10_000
    const wrong = writtenHistory(`
      c98 put lone 1 -> null @ 1..2
      c98 put lone 2 -> null @ 3..4
      c99 get lone -> 2 @ 5..6
      c99 get lone -> 1 @ 7..8
    `).operations.map((each) => ({
      ...each,
      call: each.call + end,
      return: (each.return ?? 0) + end,
    }))
    const all = [...long.operations, ...wrong].map((each, id) => ({ ...each, id }))
    expect(first).toBeDefined()
    const verdict = check({ operations: all }, 'kv', null)
    expect(verdict.verdict).toBe('fail')
    expect(verdict).toHaveProperty('stuck', [long.operations.length + 3])
  })
})

describe('a search', () => {
  test('is undecided without steps, and never passes then', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..2
      c2 read x -> 0 @ 3..4
    `)
    const model = present(findModel('register'), 'there is a register').make(0)
    expect(checkSequential(history, model, { stepsMax: 2 })).toMatchObject({
      verdict: 'unknown',
      why: 'The search is not done after the 2 steps that it was allowed: allow more of them or judge a shorter history.',
    })
    expect(checkLinearizable(history, model, LIMITS).verdict).toBe('fail')
  })

  test('does not judge what is not a history', () => {
    const history = writtenHistory(`
      c1 write x 1 -> null @ 1..4
      c1 read x -> 0 @ 3..4
    `)
    expect(check(history)).toMatchObject({ verdict: 'unknown', steps: 0 })
  })
})
