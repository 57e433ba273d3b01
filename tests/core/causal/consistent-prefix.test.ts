/** Consistent prefix on histories written by hand, and against trying all prefixes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History, Operation } from '#core'
import type { HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'
import { checkConsistentPrefix } from '../../../grader/core/check/sessions/consistent-prefix.ts'
import { INITIAL_VALUE, runs, smallHistories } from './random-histories.ts'
import { isRead, same } from './small-history.ts'
import { historyOf } from './written-history.ts'

function messageOf(verdict: HistoryVerdict): string {
  return verdict.verdict === 'fail' ? verdict.anomaly.message : verdict.verdict
}

describe('consistent prefix', () => {
  const OPTIONS = { initial: 0 }

  test('a session that sees a write sees all before it', () => {
    const history = historyOf(`
      c1 w x=1
      c1 w y=2
      c1 w x=3
      c2 r y=2
      c2 r x=1
      c2 r x=3
      c2 r y=2
    `)
    expect(checkConsistentPrefix(history, OPTIONS)).toEqual({ verdict: 'pass' })
  })

  test('no part of the order explains the reads', () => {
    const history = historyOf(`
      c1 w x=1
      c1 w y=2
      c2 r y=2
      c2 r x=0
    `)
    const verdict = checkConsistentPrefix(history, OPTIONS)
    expect(messageOf(verdict)).toBe(
      'c2 read x = 0 after it had read y = 2, which was write number 2; ' +
        'but x = 1, write number 1, had come over it by then.',
    )
    expect(verdict).toMatchObject({ anomaly: { kind: 'no-prefix', operations: [0, 2, 3] } })
  })

  test('several writers, one after the other in time', () => {
    const history = historyOf(`
      c1 w x=1 @0-10
      c2 w y=2 @20-30
      c3 r y=2 @25-26
      c3 r x=0 @27-28
    `)
    expect(checkConsistentPrefix(history, OPTIONS).verdict).toBe('fail')
  })

  test('writers at the same time: the order must be given', () => {
    const history = historyOf(`
      c1 w x=1 @0-10
      c2 w y=2 @5-15
      c3 r y=2 @25-26
      c3 r x=0 @27-28
    `)
    expect(checkConsistentPrefix(history, OPTIONS)).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining('Operations 0 and 1 wrote at the same time'),
    })
    const given = (writeOrder: readonly number[]) =>
      checkConsistentPrefix(history, { initial: 0, writeOrder })
    expect(given([1, 0]).verdict).toBe('pass')
    expect(given([0, 1]).verdict).toBe('fail')
    expect(given([0])).toMatchObject({ why: expect.stringContaining('lacks operation 1') })
    expect(given([0, 1, 7])).toMatchObject({ why: expect.stringContaining('names operation 7') })
  })

  test('a timed-out write that was read needs a place in the order', () => {
    const history = historyOf(`
      c1 w x=1
      c1 w? y=2
      c1 w x=3
      c2 r y=2
      c2 r x=1
    `)
    expect(checkConsistentPrefix(history, OPTIONS)).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining('Nobody knows when operation 1 took effect'),
    })
    const given = (writeOrder: readonly number[]) =>
      checkConsistentPrefix(history, { initial: 0, writeOrder }).verdict
    expect(given([0, 1, 2])).toBe('pass')
    expect(given([0, 2, 1])).toBe('fail')
  })

  test('a given order counts a timed-out write that nobody read', () => {
    const history = historyOf(`
      c1 w x=1
      c1 w? x=2
      c1 w y=3
      c2 r y=3
      c2 r x=1
    `)
    expect(checkConsistentPrefix(history, OPTIONS).verdict).toBe('pass')
    const given = { initial: 0, writeOrder: [0, 1, 2] }
    expect(checkConsistentPrefix(history, given).verdict).toBe('fail')
  })
})

test('agrees with trying all prefixes', () => {
  const count = { pass: 0, fail: 0, unknown: 0 }
  fc.assert(
    fc.property(smallHistories(7), ({ operations }) => {
      const history = { operations: operations.filter(({ outcome }) => outcome !== 'info') }
      const numbered = { operations: history.operations.map((each, id) => ({ ...each, id })) }
      const { verdict } = checkConsistentPrefix(numbered, { initial: INITIAL_VALUE })
      count[verdict]++
      expect(verdict).toBe(someGrowingPrefixes(numbered) ? 'pass' : 'fail')
    }),
    runs(1_000),
  )
  expect(count.pass).toBeGreaterThan(300)
  expect(count.fail).toBeGreaterThan(100)
})

/** Whether for each session there are growing prefixes of all writes that explain its reads. */
function someGrowingPrefixes({ operations }: History): boolean {
  const happened = operations.filter(({ outcome }) => outcome === 'ok')
  const writes = happened.filter((each) => !isRead(each))
  const fits = (read: Operation, length: number) => {
    const last = writes.slice(0, length).findLast(({ key }) => key === read.key)
    return same(read.output, last === undefined ? INITIAL_VALUE : last.input)
  }
  const explains = (reads: readonly Operation[], from: number): boolean => {
    const [first, ...rest] = reads
    if (first === undefined) return true
    return Array.from({ length: writes.length + 1 }, (_, length) => length).some(
      (length) => length >= from && fits(first, length) && explains(rest, length),
    )
  }
  return [...new Set(happened.map(({ process }) => process))].every((session) =>
    explains(
      happened.filter((each) => isRead(each) && each.process === session),
      0,
    ),
  )
}
