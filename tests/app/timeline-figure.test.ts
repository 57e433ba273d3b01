/** Histories in figures: where marks may stand, what they explain, and what the checkers say. */
import { describe, expect, it } from 'vitest'
import type { FigureHistory } from '#content/schema/figure-history.ts'
import { present } from '#core'
import { labelOf, layOutBoard } from '../../app/_viz/figures/timeline/board-layout.ts'
import {
  historyOf,
  judgeHistory,
  linearOrder,
  modelOf,
} from '../../app/_viz/figures/timeline/judge-history.ts'
import {
  firstMoments,
  momentsOf,
  moveMoment,
  placementOf,
} from '../../app/_viz/figures/timeline/placement.ts'

const OVERLAPPING: FigureHistory = {
  id: 'overlapping',
  name: 'A read while a write runs',
  object: 'register',
  initial: 7,
  operations: [
    { client: 'c2', f: 'read', output: 7, from: 30, to: 90 },
    { client: 'c1', f: 'write', input: 42, from: 0, to: 80 },
    { client: 'c3', f: 'write', input: 43, from: 95 },
  ],
  expected: { linearizable: 'pass', sequential: 'pass' },
  why: 'The read may take effect before the write.',
}

const STALE: FigureHistory = {
  ...OVERLAPPING,
  operations: [
    { client: 'c1', f: 'write', input: 42, from: 0, to: 20 },
    { client: 'c2', f: 'read', output: 7, from: 30, to: 90 },
  ],
  expected: { linearizable: 'fail', sequential: 'pass', 'bounded-staleness': 'fail' },
  staleness: { versionsMax: 0 },
}

describe('a history', () => {
  const read = historyOf(OVERLAPPING)

  it('is put in order, and what has no end is open', () => {
    expect(read.operations.map(labelOf)).toEqual(['write 42', 'read → 7', 'write 43 → ?'])
    expect(read.operations.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'info'])
  })

  it('is judged at the levels that it names', () => {
    const verdicts = (history: FigureHistory) =>
      Object.fromEntries(judgeHistory(history).map(({ id, verdict }) => [id, verdict.verdict]))
    expect(verdicts(OVERLAPPING)).toEqual(OVERLAPPING.expected)
    expect(verdicts(STALE)).toEqual(STALE.expected)
  })

  it('is judged for other objects and for transactions', () => {
    const queue: FigureHistory = {
      ...OVERLAPPING,
      object: 'queue',
      initial: [],
      operations: [
        { client: 'c1', f: 'enqueue', input: 1, from: 0, to: 1 },
        { client: 'c1', f: 'enqueue', input: 2, from: 2, to: 3 },
        { client: 'c2', f: 'dequeue', output: 2, from: 4, to: 5 },
      ],
      expected: { linearizable: 'fail', sequential: 'fail' },
    }
    const skew: FigureHistory = {
      ...OVERLAPPING,
      object: 'transactions',
      operations: [
        {
          client: 'c1',
          f: 'txn',
          output: [
            ['r', 'b', null],
            ['w', 'a', 1],
          ],
          from: 0,
          to: 5,
        },
        {
          client: 'c2',
          f: 'txn',
          output: [
            ['r', 'a', null],
            ['w', 'b', 1],
          ],
          from: 1,
          to: 6,
        },
      ],
      expected: { serializable: 'fail', 'snapshot-isolation': 'pass' },
    }
    for (const history of [queue, skew]) {
      const judged = judgeHistory(history).map(({ id, verdict }) => [id, verdict.verdict])
      expect(Object.fromEntries(judged)).toEqual(history.expected)
    }
  })

  it.each(['wide', 'narrow'] as const)('lies inside its board: %s', (size) => {
    const board = layOutBoard(read, size)
    for (const { x, width, y } of board.bars) {
      expect(x).toBeGreaterThan(0)
      expect(x + width).toBeLessThanOrEqual(board.width)
      expect(y).toBeLessThan(board.height)
    }
    expect(board.timeOf(board.xOf(33))).toBeCloseTo(33)
  })
})

describe('moments', () => {
  const read = historyOf(OVERLAPPING)
  const model = modelOf(OVERLAPPING)
  const [write, stale] = [0, 1].map((id) => present(read.operations[id], 'there are three'))
  if (write === undefined || stale === undefined) throw new Error('unreachable')
  const at = (writeAt: number, readAt: number) =>
    placementOf(
      read,
      model,
      new Map([
        [0, writeAt],
        [1, readAt],
      ]),
    )

  it('explain the answers, or name the first that they do not', () => {
    expect(at(50, 40)).toMatchObject({ fits: true })
    expect(at(40, 50).fits).toBe(false)
    expect(at(40, 50).steps).toEqual([
      { operation: 0, state: '42', fits: true },
      { operation: 1, state: '42', fits: false },
    ])
  })

  it('may be missing only where the outcome is unknown', () => {
    expect(placementOf(read, model, new Map([[0, 50]])).fits).toBe(false)
    expect([...firstMoments(read, 100).keys()]).toEqual([0, 1])
  })

  it('stay inside their operations', () => {
    const moved = moveMoment(firstMoments(read, 100), stale, { to: 500, end: 100 })
    expect(moved.get(1)).toBe(90)
    expect(moveMoment(moved, stale, { to: -5, end: 100 }).get(1)).toBe(30)
  })

  it('can be placed as the checker found, when it found an order', () => {
    const order = present(linearOrder(OVERLAPPING), 'it is linearizable')
    expect(placementOf(read, model, momentsOf(read, order, 100)).fits).toBe(true)
    expect(linearOrder(STALE)).toBeUndefined()
  })
})
