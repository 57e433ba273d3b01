/** How stale reads are, on histories written by hand and against counting by the definition. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History, Operation } from '#core'
import type { HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'
import { checkBoundedStaleness } from '../../../grader/core/check/sessions/bounded-staleness.ts'
import { measureStaleness } from '../../../grader/core/check/sessions/staleness.ts'
import { INITIAL_VALUE, overlapping, repetitive, runs, smallHistories } from './random-histories.ts'
import { isRead, same } from './small-history.ts'
import { historyOf } from './written-history.ts'

function messageOf(verdict: HistoryVerdict): string {
  return verdict.verdict === 'fail' ? verdict.anomaly.message : verdict.verdict
}

describe('bounded staleness', () => {
  const history = historyOf(`
    c1 w x=1 @0-10
    c1 w x=2 @20-30
    c1 w x=3 @40-50
    c2 r x=1 @45-46
    c2 r x=1 @60-70
  `)

  test('counts the versions that a read missed for sure, and for how long it was stale', () => {
    const report = measureStaleness(history, 0)
    if (report.kind !== 'measured') throw new Error(report.kind)
    expect(report.reads).toMatchObject([
      // x = 3 was still being written.
      { read: { id: 3 }, versions: 1, ageMicros: 15_000, missed: { id: 1 } },
      { read: { id: 4 }, versions: 2, ageMicros: 30_000, missed: { id: 1 } },
    ])
  })

  test('by versions', () => {
    expect(checkBoundedStaleness(history, { initial: 0, versionsMax: 2 }).verdict).toBe('pass')
    const verdict = checkBoundedStaleness(history, { initial: 0, versionsMax: 1 })
    expect(messageOf(verdict)).toBe(
      'c2 read x = 1 30 ms after c1 had written x = 2 over it, missing 2 versions; ' +
        'at most 1 newer version may be missed.',
    )
    expect(verdict).toMatchObject({ anomaly: { kind: 'too-stale', operations: [1, 4] } })
    const fresh = checkBoundedStaleness(history, { initial: 0, versionsMax: 0 })
    expect(messageOf(fresh)).toContain('missing 1 version; none may be missed.')
  })

  test('by time', () => {
    const within = (ageMicrosMax: number) =>
      checkBoundedStaleness(history, { initial: 0, ageMicrosMax })
    expect(within(30_000).verdict).toBe('pass')
    expect(messageOf(within(29_999))).toContain('a value may be stale for 29.999 ms at most')
    expect(messageOf(within(14_999))).toContain('15 ms after c1 had written x = 2')
  })

  test('from some moment on: reads called before may be as stale as they like', () => {
    const from = (readsFromMicros: number) =>
      checkBoundedStaleness(history, { initial: 0, versionsMax: 1, readsFromMicros })
    expect(from(60_000).verdict).toBe('fail')
    expect(from(60_001).verdict).toBe('pass')
  })

  test('a history without times cannot be judged by time, only what is fresh', () => {
    const stale = historyOf(`
      c1 w x=1
      c2 r x=0
    `)
    expect(checkBoundedStaleness(stale, { initial: 0, ageMicrosMax: 5 }).verdict).toBe('unknown')
    const fresh = historyOf(`
      c1 w x=1
      c2 r x=1
    `)
    expect(checkBoundedStaleness(fresh, { initial: 0, ageMicrosMax: 0 }).verdict).toBe('pass')
  })

  test('writes that touch in time have no order', () => {
    const touching = historyOf(`
      c1 w x=1 @0-10
      c2 w x=2 @10-20
      c3 r x=1 @20-30
      c3 r x=1 @40-50
    `)
    expect(checkBoundedStaleness(touching, { initial: 0, versionsMax: 0 }).verdict).toBe('pass')
    const apart = historyOf(`
      c1 w x=1 @0-10
      c2 w x=2 @11-20
      c3 r x=1 @20-30
      c3 r x=1 @40-50
    `)
    // At 20 ms the second write may still have been under way; at 40 ms it was not.
    expect(checkBoundedStaleness(apart, { initial: 0, versionsMax: 0 })).toMatchObject({
      anomaly: { operations: [1, 3] },
    })
  })

  test('a write of unknown outcome is never too old to be read', () => {
    const late = historyOf(`
      c1 w? x=1 @0-10
      c1 w x=2 @20-30
      c2 r x=1 @90-99
    `)
    expect(checkBoundedStaleness(late, { initial: 0, versionsMax: 0 }).verdict).toBe('pass')
  })

  test('a value that nobody wrote is not stale but wrong', () => {
    const verdict = checkBoundedStaleness(historyOf('c1 r x=5'), { initial: 0, versionsMax: 9 })
    expect(messageOf(verdict)).toBe('c1 read x = 5, which nobody had written.')
  })

  test('equals counting by the definition, for repeated values too', () => {
    let stale = 0
    fc.assert(
      fc.property(overlapping(smallHistories(7)), fc.boolean(), (drawn, repeats) => {
        const history = repeats ? repetitive(drawn) : drawn
        const report = measureStaleness(history, INITIAL_VALUE)
        if (report.kind === 'unjudged') throw new Error(report.why)
        const thinAir = answered(history).find(
          (read) => missedVersions(history, read) === undefined,
        )
        expect(report.kind).toBe(thinAir === undefined ? 'measured' : 'thin-air')
        if (report.kind === 'thin-air') return
        for (const { read, versions } of report.reads) {
          expect(versions).toBe(missedVersions(history, read))
          if (versions > 0) stale++
        }
        expect(report.reads.map(({ read }) => read)).toEqual(answered(history))
      }),
      runs(600),
    )
    expect(stale).toBeGreaterThan(100)
  })
})

function answered({ operations }: History): Operation[] {
  return operations.filter((each) => isRead(each) && each.outcome === 'ok')
}

/** The fewest versions that a read can have missed, over all that it can have read. */
function missedVersions({ operations }: History, read: Operation): number | undefined {
  const onKey = operations.filter(
    (each) => !isRead(each) && each.key === read.key && each.outcome !== 'fail',
  )
  const returns = onKey
    .filter(({ input }) => same(input, read.output))
    .map((write) => write.return ?? Number.POSITIVE_INFINITY)
  if (same(read.output, INITIAL_VALUE)) returns.push(Number.NEGATIVE_INFINITY)
  const counts = returns.map((end) => {
    const newer = onKey.filter((write) => {
      return write.return !== null && write.call > end && write.return < read.call
    })
    return newer.length
  })
  return counts.length === 0 ? undefined : Math.min(...counts)
}
