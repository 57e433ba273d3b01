/** The four session guarantees on histories written by hand: what breaks each, and what none. */
import { describe, expect, test } from 'vitest'
import type { History } from '#core'
import type { HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'
import {
  checkMonotonicReads,
  checkMonotonicWrites,
  checkReadYourWrites,
  checkWritesFollowReads,
} from '../../../grader/core/check/sessions/check-sessions.ts'
import { BROKEN, type Guarantee } from './session-cases.ts'
import { historyOf } from './written-history.ts'

const OPTIONS = { initial: 0 }

const CHECKS: Readonly<Record<Guarantee, (history: History) => HistoryVerdict>> = {
  'read-your-writes': (history: History) => checkReadYourWrites(history, OPTIONS),
  'monotonic-reads': (history: History) => checkMonotonicReads(history, OPTIONS),
  'monotonic-writes': (history: History) => checkMonotonicWrites(history, OPTIONS),
  'writes-follow-reads': (history: History) => checkWritesFollowReads(history, OPTIONS),
}

function broken(history: History): string[] {
  return Object.entries(CHECKS)
    .filter(([, check]) => check(history).verdict === 'fail')
    .map(([name]) => name)
}

function messageOf(verdict: HistoryVerdict): string {
  return verdict.verdict === 'fail' ? verdict.anomaly.message : verdict.verdict
}

describe('broken when', () => {
  test.each(BROKEN)('$name', ({ history, breaks, message }) => {
    const read = historyOf(history)
    expect(broken(read)).toEqual(breaks)
    const [first] = breaks
    if (first === undefined) throw new Error('nothing is expected to break')
    const verdict = CHECKS[first](read)
    expect(messageOf(verdict)).toBe(message)
    if (verdict.verdict !== 'fail') return
    expect(verdict.anomaly.kind).toBe(first)
    // A diagram shows the operations that the ties join, and no tie without its ends.
    const { operations, relations } = verdict.anomaly
    for (const { from, to } of relations)
      expect(operations).toEqual(expect.arrayContaining([from, to]))
    expect(relations.length).toBeGreaterThan(0)
  })

  test('the first of the broken guarantees of each kind is the one that is tested above', () => {
    const tested = new Set(BROKEN.map(({ breaks }) => breaks[0]))
    expect([...tested].sort()).toEqual(Object.keys(CHECKS).sort())
  })
})

const KEPT: readonly { readonly name: string; readonly history: string }[] = [
  {
    name: 'a foreign value comes over the own write',
    history: `
      c1 w x=1
      c2 w x=2
      c1 r x=2
      c2 r x=1
    `,
  },
  {
    name: 'two sessions read two writes in opposite orders: that is for convergence',
    history: `
      c1 w x=1
      c2 w x=2
      c3 r x=1
      c3 r x=2
      c4 r x=2
      c4 r x=1
    `,
  },
  {
    name: 'another session lags behind',
    history: `
      c1 w x=1
      c1 w y=2
      c2 r x=0
      c2 r y=0
      c2 r x=1
    `,
  },
  {
    name: 'the own write timed out',
    history: `
      c1 w? x=1
      c1 r x=0
    `,
  },
  {
    name: 'a timed-out write takes effect after a later one of its session',
    history: `
      c1 w? x=1
      c1 w y=2
      c2 r y=2
      c2 r x=0
      c2 r x=1
    `,
  },
  {
    name: 'a reader that goes back on a key says nothing about those who wrote it',
    history: `
      c1 w x=1
      c1 w y=2
      c2 r x=1
      c2 r y=2
    `,
  },
]

describe('kept when', () => {
  test.each(KEPT)('$name', ({ history }) => {
    expect(broken(historyOf(history))).toEqual([])
  })
})

test('a reader that goes back on one key is a witness on the others only', () => {
  const history = historyOf(`
    c1 w x=1
    c1 w y=2
    c2 r x=1
    c2 r y=2
    c2 r x=0
  `)
  expect(broken(history)).toEqual(['monotonic-reads'])
})

test('ambiguous reads leave the verdict open', () => {
  const history = historyOf(`
    c1 w x=1
    c2 w x=1
    c1 r x=1
  `)
  for (const check of Object.values(CHECKS)) expect(check(history).verdict).toBe('unknown')
})

test('a reader whose ambiguous read may go back is no witness on that key', () => {
  const history = historyOf(`
    c1 w y=4
    c1 w y=0
    c1 w x=1
    c2 r x=1
    c2 r y=4
    c2 r y=0
  `)
  // If the last read returned the initial value, it was the reader that went back.
  expect(checkMonotonicWrites(history, OPTIONS).verdict).toBe('unknown')
})

test('a value that nobody wrote breaks everything', () => {
  const history = historyOf('c1 r x=1')
  for (const check of Object.values(CHECKS)) {
    expect(messageOf(check(history))).toBe('c1 read x = 1, which nobody had written.')
  }
})
