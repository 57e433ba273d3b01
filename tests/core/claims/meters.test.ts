/** What meters measure, on traces and histories written by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '#core'
import {
  isCapAvailable,
  measureAvailability,
} from '../../../grader/core/check/meters/availability.ts'
import { cutWindows } from '../../../grader/core/check/meters/cut-windows.ts'
import { quantiles } from '../../../grader/core/check/meters/quantiles.ts'
import { readAges, stalenessBySide } from '../../../grader/core/check/meters/staleness.ts'
import { uncertaintyPeriods } from '../../../grader/core/check/meters/uncertainty.ts'
import type { Operation } from '../../../grader/core/history/operation.ts'
import { fuzzRuns } from '../../support/traces/laws.ts'
import { traceOf } from '../../support/traces/trace-script.ts'

describe('quantiles', () => {
  test('are measured values', () => {
    expect(quantiles([])).toBeUndefined()
    expect(quantiles([7])).toEqual({ count: 1, min: 7, median: 7, p99: 7, max: 7 })
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(quantiles(hundred)).toEqual({ count: 100, min: 1, median: 50, p99: 99, max: 100 })
  })

  test('are in order, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const found = quantiles(values)
        const { min = 0, median = 0, p99 = 0, max = 0 } = found ?? {}
        expect(values).toEqual(expect.arrayContaining([min, median, p99, max]))
        expect([min, median, p99, max]).toEqual([min, median, p99, max].sort((a, b) => a - b))
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(
          values.length,
        )
      }),
    )
  })
})

describe('windows', () => {
  test('follow cuts and heals, and name the sides', () => {
    const trace = traceOf(`@100 cut 1: n1 | n2 n3
      @200 heal 1
      @200 cut 2: n1 > n2
      @300 cut 3: n3 | n1 n2
      @400 end`)
    expect(cutWindows(trace)).toEqual([
      { fromMicros: 0, toMicros: 100_000, label: '', sides: [['n1', 'n2', 'n3']] },
      {
        fromMicros: 100_000,
        toMicros: 200_000,
        label: 'n1 | n2 n3',
        sides: [['n1'], ['n2', 'n3']],
      },
      // A one-way cut between two that still hear each other through the third.
      { fromMicros: 200_000, toMicros: 300_000, label: 'n1 > n2', sides: [['n1', 'n2', 'n3']] },
      {
        fromMicros: 300_000,
        toMicros: 400_000,
        label: 'n1 > n2, n3 | n1 n2',
        sides: [['n1'], ['n2'], ['n3']],
      },
    ])
  })
})

describe('availability', () => {
  const cut = `@100 cut 1: n1 c1 | n2 n3 c2
    @110 c1 asks n1 kind=write
    @111 n1 takes 1
    @120 c2 asks n2 kind=write
    @121 n2 takes 2
    @125 c2 gets 2 ok
    @130 c2 asks n3 kind=read
    @131 n3 takes 3
    @134 c2 gets 3 ok 1
    @160 c1 gets 1 info
    @170 c1 asks n1 kind=write
    @171 n1 takes 4
    @172 c1 gets 4 fail
    @180 c1 asks n1 kind=write
    @181 n1 takes 5
    @200 heal 1
    @220 c1 gets 5 ok
    @230 c1 asks n1 kind=read`
  const rows = measureAvailability(traceOf(`${cut}\n @300 end`))

  test('is told by window, side and kind', () => {
    expect(
      rows.map(({ window, side, kind, asked, ok, okInWindow, fail, info, pending }) => ({
        cut: window.label,
        side: side.join(' '),
        kind,
        counts: [asked, ok, okInWindow, fail, info, pending],
      })),
    ).toEqual([
      { cut: 'n1 c1 | n2 n3 c2', side: 'n1', kind: 'write', counts: [3, 1, 0, 1, 1, 0] },
      { cut: 'n1 c1 | n2 n3 c2', side: 'n2 n3', kind: 'read', counts: [1, 1, 1, 0, 0, 0] },
      { cut: 'n1 c1 | n2 n3 c2', side: 'n2 n3', kind: 'write', counts: [1, 1, 1, 0, 0, 0] },
      { cut: '', side: 'n1 n2 n3', kind: 'read', counts: [1, 0, 0, 0, 0, 1] },
    ])
  })

  test('has the latency of what was answered', () => {
    expect(rows.map(({ latencyMicros }) => latencyMicros?.median)).toEqual([
      40_000,
      4_000,
      5_000,
      undefined,
    ])
  })

  test('in the sense of CAP asks only for what live nodes received', () => {
    const minority = rows.filter(({ side }) => side.length === 1)
    expect(minority.map(({ received, unanswered }) => [received, unanswered])).toEqual([[3, 2]])
    expect(isCapAvailable(minority)).toBe(false)
    expect(isCapAvailable(rows.filter(({ side }) => side.length === 2))).toBe(true)
    const failed = 'c1 asks n1 kind=write\n n1 takes 1\n n1 crashes\n c1 gets 1 info'
    const lost = 'c2 asks n2 kind=write\n c2 gets 2 info'
    expect(isCapAvailable(measureAvailability(traceOf(`${failed}\n${lost}\n end`)))).toBe(true)
  })

  test('takes sides and kinds from whoever knows better', () => {
    const sites = [['n1', 'n2'], ['n3']]
    const bySite = measureAvailability(traceOf(`${cut}\n @300 end`), {
      sides: sites,
      kindOf: () => 'any',
    })
    expect(bySite.map(({ side, kind, asked }) => [side.join(' '), kind, asked])).toEqual([
      ['n1 n2', 'any', 4],
      ['n3', 'any', 1],
      ['n1 n2', 'any', 1],
    ])
  })
})

interface Plan {
  readonly f: 'read' | 'write'
  readonly value: Json
  readonly call: number
  readonly return: number | null
  readonly key?: string
}

/** A history on one register; microseconds are a thousand times the order. */
function historyOf(plans: readonly Plan[]): { readonly operations: readonly Operation[] } {
  const operations = plans.map(
    ({ f, value, call, return: end, key = 'x' }, id): Operation => ({
      id,
      process: `p${id}`,
      f,
      key,
      input: f === 'write' ? value : null,
      output: f === 'read' ? value : null,
      call,
      return: end,
      outcome: end === null ? 'info' : 'ok',
      callMicros: call * 1_000,
      ...(end === null ? {} : { returnMicros: end * 1_000 }),
    }),
  )
  return { operations }
}

describe('staleness', () => {
  const writes: readonly Plan[] = [
    { f: 'write', value: 1, call: 1, return: 2 },
    { f: 'write', value: 2, call: 3, return: 6 },
    { f: 'write', value: 3, call: 5, return: 8 },
    { f: 'write', value: 4, call: 10, return: null },
  ]
  const age = (value: Json, call: number) =>
    readAges(historyOf([...writes, { f: 'read', value, call, return: call + 1 }]))[0]

  test('counts newer writes that were acknowledged before the read', () => {
    expect(age(1, 20)).toEqual({ operation: 4, versions: 2, ageMicros: 14_000, missed: 1 })
    expect(age(1, 7)).toEqual({ operation: 4, versions: 1, ageMicros: 1_000, missed: 1 })
    expect(age(null, 4)).toEqual({ operation: 4, versions: 1, ageMicros: 2_000, missed: 0 })
  })

  test('gives overlapping and uncertain writes in favour of the read', () => {
    const fresh = { operation: 4, versions: 0, ageMicros: 0, missed: undefined }
    expect(age(2, 20)).toEqual(fresh)
    expect(age(4, 20)).toEqual(fresh)
    expect(age(1, 6)).toEqual(fresh)
  })

  test('leaves out what nobody wrote, and keeps keys apart', () => {
    expect(age(99, 20)).toBeUndefined()
    const other: Plan = { f: 'read', value: null, call: 20, return: 21, key: 'y' }
    expect(readAges(historyOf([...writes, other]))[0]?.versions).toBe(0)
  })

  test('agrees with a plain count over all writes', () => {
    const plan = fc.record({ call: fc.nat({ max: 20 }), length: fc.nat({ max: 6 }) })
    fc.assert(
      fc.property(
        fc.array(plan, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 7 }),
        fc.nat({ max: 25 }),
        (plans, pick, call) => {
          const all = plans
            .sort((a, b) => a.call - b.call)
            .map(
              (own, value): Plan => ({
                f: 'write',
                value,
                call: own.call,
                return: own.call + own.length,
              }),
            )
          const own = all[pick % all.length]
          const read: Plan = { f: 'read', value: own?.value ?? null, call, return: call }
          const newer = all.filter(
            (write) => write.call > (own?.return ?? 0) && (write.return ?? 0) < call,
          )
          const found = readAges(historyOf([...all, read]))[0]
          expect(found?.versions).toBe(newer.length)
          const oldest = Math.min(...newer.map((write) => write.return ?? 0))
          expect(found?.ageMicros).toBe(newer.length === 0 ? 0 : (call - oldest) * 1_000)
        },
      ),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('is summed up by side of the cut', () => {
    const trace = traceOf(`@0 c1 asks n1 kind=write
      @1 c1 gets 1 ok
      @2 cut 1: n1 | n2 n3
      @3 c1 asks n1 kind=write
      @4 c1 gets 2 ok
      @20 c2 asks n2 kind=read
      @21 c2 gets 3 ok 1
      @22 c1 asks n1 kind=read
      @23 c1 gets 4 ok 2
      @30 end`)
    const at = (id: number, invoke: number) => ({ id, events: { invoke, complete: invoke + 1 } })
    const plain = historyOf([
      { f: 'write', value: 1, call: 0, return: 1 },
      { f: 'write', value: 2, call: 3, return: 4 },
      { f: 'read', value: 1, call: 20, return: 21 },
      { f: 'read', value: 2, call: 22, return: 23 },
    ]).operations
    const invokes = trace.events.filter(({ kind }) => kind === 'invoke').map(({ id }) => id)
    const operations = plain.map((operation) => ({
      ...operation,
      ...at(operation.id, invokes[operation.id] ?? 0),
    }))
    expect(
      stalenessBySide(trace, { operations }).map(
        ({ side, reads, stale, versionsMax, ageMicrosMax }) => [
          side.join(' '),
          reads,
          stale,
          versionsMax,
          ageMicrosMax,
        ],
      ),
    ).toEqual([
      ['n2 n3', 1, 1, 1, 16_000],
      ['n1', 1, 0, 0, 0],
    ])
  })
})

describe('uncertainty', () => {
  test('lasts from the yes to the decision, or to the end', () => {
    const trace = traceOf(`@10 n2 sends n1 Vote txn=t1 vote=yes
      @11 n3 sends n1 Vote txn=t1 vote=yes
      @12 n1 sends n1 Vote txn=t1 vote=no
      @40 n2 applies txn=t1 outcome=abort
      @99 end`)
    expect(
      uncertaintyPeriods(trace).map(({ node, lengthMicros, decidedAt }) => [
        node,
        lengthMicros,
        decidedAt === undefined,
      ]),
    ).toEqual([
      ['n2', 30_000, false],
      ['n3', 88_000, true],
    ])
  })
})
