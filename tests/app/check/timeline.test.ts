/** The timeline keeps the order of a history, makes room for labels, and finds what is in view. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barText } from '#app/check/_timeline/label.ts'
import { type Bar, layOut } from '#app/check/_timeline/layout.ts'
import { moveCursor, nextOf } from '#app/check/_timeline/navigation.ts'
import { type Operation, present } from '#core'
import { arbitraryHistory } from '../../core/history/arbitrary-history.ts'

const BASE: Operation = {
  id: 0,
  process: 'c1',
  f: 'write',
  key: '',
  input: 1,
  output: null,
  call: 0,
  return: 1,
  outcome: 'ok',
}

function operations(...changes: readonly Partial<Operation>[]): readonly Operation[] {
  return changes.map((change, id) => ({ ...BASE, id, ...change }))
}

function barOf(bars: readonly Bar[], id: number): Bar {
  return present(bars[id], 'every operation has a bar')
}

describe('the layout', () => {
  test('keeps the order of all calls and returns', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ operations: all }) => {
        const { bars, width } = layOut(all)
        const ends = bars.flatMap(({ operation, left, right }) => [
          { time: operation.call, x: left },
          ...(operation.return === null ? [] : [{ time: operation.return, x: right }]),
        ])
        ends.sort((a, b) => a.time - b.time)
        for (const [index, { x }] of ends.entries()) {
          expect(x).toBeGreaterThan(ends[index - 1]?.x ?? 0)
          expect(x).toBeLessThan(width)
        }
      }),
    )
  })

  test('never lets two bars of a lane overlap, however long one stays open', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ operations: all }) => {
        const { bars, lanes } = layOut(all)
        for (const lane of lanes.keys()) {
          const mine = bars.filter((bar) => bar.lane === lane)
          for (const [index, { left }] of mine.entries()) {
            expect(left).toBeGreaterThanOrEqual(mine[index - 1]?.right ?? 0)
          }
        }
      }),
    )
  })

  test('makes room for the label of what returned', () => {
    const [bar] = layOut(operations({ input: 'a value of some length' })).bars
    const { left, right, text } = present(bar, 'there is one operation')
    expect((right - left) / text.length).toBeGreaterThan(6.6)
  })

  test('finds exactly the bars that touch a window', () => {
    const window = fc.record({
      left: fc.nat({ max: 900 }),
      width: fc.nat({ max: 400 }),
      lane: fc.nat({ max: 3 }),
      count: fc.nat({ max: 3 }),
    })
    fc.assert(
      fc.property(arbitraryHistory, window, ({ operations: all }, { left, width, lane, count }) => {
        const layout = layOut(all)
        const right = left + width
        const found = layout.within({ left, right, lanesFrom: lane, lanesTo: lane + count })
        const expected = layout.bars.filter(
          (bar) =>
            bar.lane >= lane && bar.lane <= lane + count && bar.right >= left && bar.left <= right,
        )
        expect(new Set(found)).toEqual(new Set(expected))
      }),
    )
  })

  test('stays within what browsers can draw', () => {
    const many = Array.from({ length: 200_000 }, (_, id) => ({
      ...BASE,
      id,
      call: 2 * id,
      return: 2 * id + 1,
    }))
    const { width, bars } = layOut(many)
    expect(width).toBeLessThanOrEqual(12_000_000)
    expect(barOf(bars, 199_999).right).toBeLessThan(width)
  })
})

describe('a label', () => {
  test.each<readonly [string, Partial<Operation>]>([
    ['write 1', {}],
    ['write x 1', { key: 'x' }],
    ['read → 1', { f: 'read', input: null, output: 1 }],
    ['read → null', { f: 'read', input: null }],
    ['get x → ""', { f: 'get', key: 'x', input: null, output: '' }],
    ['cas [1 2] → false', { f: 'cas', input: [1, 2], output: false }],
    ['write 1 → ?', { outcome: 'info', return: null }],
    ['write 1 → failed', { outcome: 'fail' }],
    [
      'r x 1; append y 2',
      {
        f: 'txn',
        input: [['r', 'x', null]],
        output: [
          ['r', 'x', 1],
          ['append', 'y', 2],
        ],
      },
    ],
    ['r x null', { f: 'txn', input: [['r', 'x', null]], outcome: 'info', return: null }],
    ['write a-text-that-is-very-l…', { input: 'a-text-that-is-very-long-indeed' }],
  ])('%s', (text, change) => {
    expect(barText({ ...BASE, ...change })).toBe(text)
  })
})

describe('the cursor', () => {
  const layout = layOut(
    operations(
      { process: 'a', call: 0, return: 2 },
      { process: 'b', call: 1, return: 4 },
      { process: 'a', call: 5, return: 6 },
      { process: 'c', call: 7, return: 8 },
      { process: 'b', call: 9, return: 10 },
    ),
  )

  test.each([
    ['next', 0, 1],
    ['next', 4, 4],
    ['previous', 0, 0],
    ['first', 3, 0],
    ['last', 1, 4],
    ['down', 0, 1],
    ['down', 2, 1],
    ['down', 4, 3],
    ['down', 3, 3],
    ['up', 3, 4],
    ['up', 0, 0],
  ] as const)('%s of %i is %i', (move, from, to) => {
    expect(moveCursor(layout, from, move)).toBe(to)
  })

  test('goes round the operations of the anomaly', () => {
    expect(nextOf([4, 1], 0, 'forwards')).toBe(1)
    expect(nextOf([4, 1], 1, 'forwards')).toBe(4)
    expect(nextOf([4, 1], 4, 'forwards')).toBe(1)
    expect(nextOf([4, 1], 0, 'backwards')).toBe(4)
    expect(nextOf([], 0, 'forwards')).toBeUndefined()
  })
})
