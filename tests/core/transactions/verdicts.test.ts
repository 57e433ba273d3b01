/** What is judged, what cannot be, and what a transaction without an answer may have done. */
import { describe, expect, test } from 'vitest'
import { checkIsolation } from '../../../grader/core/check/transactions/check-isolation.ts'
import { classifyIsolation } from '../../../grader/core/check/transactions/classify-isolation.ts'
import {
  ISOLATION_LEVELS,
  type IsolationLevelId,
  impliedBy,
} from '../../../grader/core/check/transactions/isolation-levels.ts'
import type { History, Operation } from '../../../grader/core/history/operation.ts'
import type { Json } from '../../../grader/core/trace/event.ts'
import { historyOf } from './script.ts'

const LIMITS = { stepsMax: 100_000 }

function verdictOf(level: IsolationLevelId, ...lines: readonly string[]): string {
  return checkIsolation(historyOf(...lines), level, LIMITS).verdict
}

describe('a transaction without an answer', () => {
  test('need not have happened', () => {
    expect(verdictOf('strict-serializable', 'c1 @0- info: w x 1', 'c2 @2-3: r x nil')).toBe('pass')
    expect(verdictOf('strict-serializable', 'c1 @0- info: a x 1', 'c2 @2-3: r x nil')).toBe('pass')
  })

  test('may happen long after its client went on', () => {
    const lines = ['c1 @0- info: w x 1', 'c1 @2-3: r x nil', 'c2 @4-5: r x nil', 'c2 @6-7: r x 1']
    expect(verdictOf('strict-serializable', ...lines)).toBe('pass')
  })

  test('did not happen before its call', () => {
    expect(verdictOf('strict-serializable', 'c2 @0-1: r x 1', 'c1 @2- info: w x 1')).toBe('fail')
    expect(verdictOf('serializable', 'c2 @0-1: r x 1', 'c1 @2- info: w x 1')).toBe('pass')
  })

  test('happened as a whole once somebody saw a part of it', () => {
    const lines = ['c1 info: w x 1, w y 1', 'c2: r x 1, r y nil']
    expect(verdictOf('parallel-snapshot-isolation', ...lines)).toBe('fail')
    expect(verdictOf('read-committed', ...lines)).toBe('pass')
  })

  test('may have been undone where reads may be dirty', () => {
    const lines = ['c1: a x 1, a y 1', 'c2 info: a x 2, a y 2', 'c3: r x [1 2], r y [2 1]']
    expect(verdictOf('read-uncommitted', ...lines)).toBe('pass')
    expect(verdictOf('read-committed', ...lines)).toBe('fail')
  })
})

test('what aborted leaves no trace in the order of others', () => {
  const lines = ['c1 fail: a x 1', 'c2: a x 2', 'c3: r x [1]', 'c4: r x [2]']
  expect(verdictOf('read-uncommitted', ...lines)).toBe('pass')
})

test('intervals are closed: what touches overlaps', () => {
  expect(verdictOf('strict-serializable', 'c1 @0-2: w x 1', 'c2 @2-3: r x nil')).toBe('pass')
  expect(verdictOf('strict-serializable', 'c1 @0-1: w x 1', 'c2 @2-3: r x nil')).toBe('fail')
})

test('keys may be numbers, and the number 1 is not the text "1"', () => {
  const operation = (id: number, input: Json, output: Json): Operation => {
    const times = { call: id, return: 10 + id, outcome: 'ok' } as const
    return { id, process: `c${id}`, f: 'txn', key: '', input, output, ...times }
  }
  const history: History = {
    operations: [
      operation(0, [['w', 1, 'a']], [['w', 1, 'a']]),
      operation(1, [['r', '1', null]], [['r', '1', null]]),
      operation(2, [['r', 1, null]], [['r', 1, 'a']]),
    ],
  }
  expect(classifyIsolation(history, LIMITS).strongest).toEqual(['strict-serializable'])
})

test('an empty history violates nothing', () => {
  expect(classifyIsolation({ operations: [] }, LIMITS).strongest).toEqual(['strict-serializable'])
})

describe('a history that cannot be judged says why:', () => {
  test.each([
    ['Operation 1 writes 1 to x, as operation 0 does', ['c1: w x 1', 'c2: w x 1']],
    ['Operation 0 writes 1 to x, as the same transaction does', ['c1: w x 1, w x 1']],
    ['Operation 0 writes null to x', ['c1: w x nil']],
    ['Operation 0 writes and operation 1 appends', ['c1: w x 1', 'c2: a y 1']],
    ['Operation 1 read 1 from x, which is appended to', ['c1: a x 1', 'c2: r x 1']],
  ])('%s', (why, lines) => {
    const verdict = checkIsolation(historyOf(...lines), 'serializable', LIMITS)
    expect(verdict).toMatchObject({ verdict: 'unknown', why: expect.stringContaining(why) })
    const report = classifyIsolation(historyOf(...lines), LIMITS)
    expect(report).toMatchObject({
      strongest: [],
      workload: undefined,
      summary: expect.any(String),
    })
  })

  test.each<[string, Record<string, unknown>]>([
    ['is a "read": give transactions', { f: 'read' }],
    ['as its input, not 5', { input: 5 }],
    ['as its input, not [["q","x",null]]', { input: [['q', 'x', null]] }],
    ['as its output, not null', { output: null }],
    ['only the reads filled in', { output: [['r', 'y', 1]] }],
    ['only the reads filled in', { output: [] }],
  ])('%s', (why, change) => {
    const [operation] = historyOf('c1: r x nil').operations
    const history = { operations: [{ ...operation, ...change }] } as unknown as History
    expect(checkIsolation(history, 'serializable', LIMITS)).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining(why),
    })
  })
})

describe('a search', () => {
  /** Writers of one key that nobody read, tied to each other by reads of other keys. */
  const hard = historyOf(
    ...Array.from({ length: 6 }, (_, i) => `c${i}: r y${(i + 1) % 6} nil, w y${i} 1, w x ${i}`),
  )

  test('that may not go on is unknown, and says what would help', () => {
    const verdict = checkIsolation(hard, 'serializable', { stepsMax: 3 })
    expect(verdict).toMatchObject({ verdict: 'unknown', why: expect.stringContaining('3 steps') })
  })

  test('that is stopped is unknown', () => {
    const long = historyOf(...Array.from({ length: 20_000 }, (_, i) => `c${i}: w x ${i}`))
    let calls = 0
    const verdict = checkIsolation(long, 'snapshot-isolation', {
      stepsMax: Number.MAX_SAFE_INTEGER,
      onProgress: () => (++calls > 1 ? 'stop' : 'continue'),
    })
    expect(verdict).toMatchObject({ verdict: 'unknown', why: expect.stringContaining('stopped') })
    expect(calls).toBeGreaterThan(1)
  })
})

describe('the levels', () => {
  test('imply weaker ones, which forbid no more than they do', () => {
    for (const { id, forbids, implies } of ISOLATION_LEVELS) {
      for (const weaker of implies) {
        const other = ISOLATION_LEVELS.find((level) => level.id === weaker)
        expect(
          [...(other?.forbids ?? ['nothing'])].filter((kind) => !forbids.has(kind as never)),
          id,
        ).toEqual([])
      }
    }
    expect([...impliedBy('strict-serializable')].sort()).toEqual(
      ISOLATION_LEVELS.map(({ id }) => id).sort(),
    )
    expect(impliedBy('snapshot-isolation').has('repeatable-read')).toBe(false)
    expect(impliedBy('repeatable-read').has('parallel-snapshot-isolation')).toBe(false)
  })

  test('that do not exist are refused by name', () => {
    const check = () => checkIsolation({ operations: [] }, 'chaos' as IsolationLevelId, LIMITS)
    expect(check).toThrow(/no isolation level "chaos": choose one of read-uncommitted, /)
  })
})

test.each([
  ['No violation of strict serializable was found.', ['c1: w x 1', 'c2: r x 1']],
  [
    'No violation of snapshot isolation was found.',
    ['c1: r x nil, r y nil, w x 1', 'c2: r x nil, r y nil, w y 1'],
  ],
  ['It violates every level, read uncommitted included.', ['c1: r x 1']],
])('the summary: %s', (summary, lines) => {
  expect(classifyIsolation(historyOf(...lines), LIMITS).summary).toBe(summary)
})
