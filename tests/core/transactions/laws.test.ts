/** What holds for all histories, long ones included, and for the parts of the search. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RelationKind } from '../../../grader/core/check/history-verdict.ts'
import { checkIsolation } from '../../../grader/core/check/transactions/check-isolation.ts'
import { classifyIsolation } from '../../../grader/core/check/transactions/classify-isolation.ts'
import { EarliestFirst } from '../../../grader/core/check/transactions/earliest-first.ts'
import { edgesOf, GraphBuilder } from '../../../grader/core/check/transactions/graph.ts'
import {
  ISOLATION_LEVELS,
  type IsolationLevelId,
  impliedBy,
} from '../../../grader/core/check/transactions/isolation-levels.ts'
import { Reachability } from '../../../grader/core/check/transactions/reachability.ts'
import { addRealTimeOrder } from '../../../grader/core/check/transactions/time-order.ts'
import { readTransactions } from '../../../grader/core/check/transactions/transactions.ts'
import type { History } from '../../../grader/core/history/operation.ts'
import { randomHistory } from './random-history.ts'
import type { Engine } from './random-store.ts'
import { historyOf, printHistory } from './script.ts'

const LIMITS = { stepsMax: 30_000_000 }
const EFFORT = Number(process.env['NETSPLIT_FUZZ'] ?? 1)
const TIMEOUT_MS = 60_000 * Math.max(1, EFFORT)
const seeds = fc.noBias(fc.nat())
const workloads = ['w', 'append'] as const

function longHistory(seed: number, workload: 'w' | 'append', engine?: Engine): History {
  const size = { transactions: [20, 40], writesMax: 60, keyCount: 4 } as const
  return randomHistory(seed, { workload, ...size, ...(engine === undefined ? {} : { engine }) })
}

/** The class of a cycle, by the relations along it. */
function shapeOf(kinds: readonly RelationKind[]): string {
  const isMissed = (place: number) => kinds.at(place) === 'read-before'
  const missed = kinds.filter((_, place) => isMissed(place)).length
  if (missed === 0) return kinds.includes('reads-from') ? 'G1c' : 'G0'
  if (missed === 1) return 'G-single'
  return kinds.some((_, place) => isMissed(place) && isMissed(place - 1)) ? 'G2-item' : 'long-fork'
}

describe.each(workloads)('long histories of "%s"', (workload) => {
  const promises: readonly (readonly [Engine, IsolationLevelId])[] = [
    ['serial', 'serializable'],
    ['snapshot', 'snapshot-isolation'],
    ['fork', 'parallel-snapshot-isolation'],
    // Whoever reads a list after adding to an old state of it sees what no list was.
    ...(workload === 'w' ? [['committed', 'read-committed'] as const] : []),
  ]

  test.each(promises)(
    'of a store that is %s keep %s',
    (engine, level) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const history = longHistory(seed, workload, engine)
          const verdict = checkIsolation(history, level, LIMITS)
          expect(verdict, printHistory(history)).toEqual({ verdict: 'pass' })
        }),
        { numRuns: Math.ceil(20 * EFFORT) },
      )
    },
    TIMEOUT_MS,
  )

  test(
    'have the verdicts in their order, and circles that close',
    () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const history = longHistory(seed, workload)
          const report = classifyIsolation(history, LIMITS)
          const verdicts = new Map(report.levels.map(({ level, verdict }) => [level, verdict]))
          for (const { id } of ISOLATION_LEVELS) {
            const alone = checkIsolation(history, id, LIMITS)
            // A stronger level that holds may settle what its own search would not.
            expect([verdicts.get(id)?.verdict, 'unknown'], id).toContain(alone.verdict)
            if (alone.verdict !== 'pass') continue
            for (const weaker of impliedBy(id)) {
              expect(verdicts.get(weaker)?.verdict, `${id}, ${weaker}`).toBe('pass')
            }
          }
          for (const { kind, operations, relations, message } of report.anomalies) {
            expect(message).not.toMatch(/undefined|\[object/)
            expect(operations.every((id) => history.operations[id]?.id === id)).toBe(true)
            if (relations.length < 2) continue
            expect(relations.map(({ from }) => from)).toEqual(operations)
            expect(relations.map(({ to }) => to)).toEqual([...operations.slice(1), operations[0]])
            expect(new Set(operations).size, message).toBe(operations.length)
            const base = kind.replace(/-(process|realtime)$/, '').replace('lost-update', 'G-single')
            const isPair = kind === 'lost-update' && message.startsWith('Both')
            if (!isPair) expect(shapeOf(relations.map((one) => one.kind)), message).toBe(base)
          }
        }),
        { numRuns: Math.ceil(30 * EFFORT) },
      )
    },
    TIMEOUT_MS,
  )

  test('hide no anomaly that somebody plants among them', () => {
    const verb = workload === 'w' ? 'w' : 'a'
    const seen = (value: number) => (workload === 'w' ? `${value}` : `[${value}]`)
    const fork = historyOf(
      `p1: ${verb} fork1 1`,
      `p2: ${verb} fork2 1`,
      `p3: r fork1 ${seen(1)}, r fork2 nil`,
      `p4: r fork1 nil, r fork2 ${seen(1)}`,
    )
    const crowd = longHistory(11, workload, 'serial')
    const operations = [...fork.operations, ...crowd.operations]
      .map((one) => (one.process.startsWith('p') ? { ...one, call: 0, return: 1_000 } : one))
      .sort((a, b) => a.call - b.call)
      .map((one, id) => ({ ...one, id }))
    const report = classifyIsolation({ operations }, LIMITS)
    expect(report.anomalies.map(({ kind }) => kind)).toContain('long-fork')
    expect(report.strongest).toEqual(['parallel-snapshot-isolation'])
  })
})

test('relays of real time lead from each transaction to just those that begin later', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(6)), { maxLength: 12 }), (intervals) => {
      const lines = intervals
        .sort(([a], [b]) => a - b)
        .map(([call, length], index) => `p${index} @${call}-${call + length}: w x ${index}`)
      const transactions = readTransactions(historyOf(...lines))
      if (typeof transactions === 'string') throw new Error(transactions)
      const builder = new GraphBuilder(lines.length)
      addRealTimeOrder(transactions, new Uint8Array(lines.length).fill(1), builder)
      const graph = builder.build()
      const edges = [...edgesOf(graph)]
      const reached = (node: number): readonly number[] =>
        edges
          .filter(({ from }) => from === node)
          .flatMap(({ to }) => (to < lines.length ? [to] : reached(to)))
      for (const [one, [call, length]] of intervals.entries()) {
        const later = intervals.flatMap(([other], index) => (call + length < other ? [index] : []))
        expect([...reached(one)].sort((a, b) => a - b)).toEqual(later)
      }
      expect(edges.length).toBeLessThanOrEqual(3 * lines.length)
    }),
  )
})

test('reachability follows edges as they come and go', () => {
  const arc = fc.tuple(fc.nat(9), fc.nat(9))
  fc.assert(
    fc.property(fc.array(fc.tuple(arc, fc.nat(3)), { maxLength: 30 }), (moves) => {
      const reach = new Reachability(10)
      let edges: [number, number][] = []
      const marks: { readonly mark: number; readonly edges: [number, number][] }[] = []
      const isReached = (from: number, to: number, seen = new Set<number>()): boolean =>
        edges.some(([a, b]) => {
          if (a !== from || seen.has(b)) return false
          return b === to || isReached(b, to, seen.add(b))
        })
      for (const [[from, to], kind] of moves) {
        const last = marks.at(-1)
        if (kind === 0 && last !== undefined) {
          reach.undo(last.mark)
          edges = last.edges
          marks.pop()
        } else if (kind === 1) marks.push({ mark: reach.mark(), edges })
        else if (from !== to && !isReached(to, from)) {
          reach.add(from, to)
          edges = [...edges, [from, to]]
        }
        for (let a = 0; a < 10; a++) {
          for (let b = 0; b < 10; b++) expect(reach.reaches(a, b)).toBe(isReached(a, b))
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('the earliest leaves first, ties by number', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 40 }), (priorities) => {
      const heap = new EarliestFirst(Float64Array.from(priorities))
      for (const node of priorities.keys()) heap.push(node)
      const left: number[] = []
      for (let node = heap.pop(); node !== undefined; node = heap.pop()) left.push(node)
      const expected = [...priorities.keys()].sort(
        (a, b) => (priorities[a] ?? 0) - (priorities[b] ?? 0) || a - b,
      )
      expect(left).toEqual(expected)
    }),
  )
})
