/** The kind of figure that runs a scenario: what it tells, draws and lists, from the trace alone. */
import { describe, expect, it } from 'vitest'
import { operationsOf } from '#content/figures/operations.ts'
import { figure } from '#content/lessons/the-three-of-cap-precisely/two-node-register.figure.ts'
import { drawingOf } from '../../app/_viz/figures/run/drawing.ts'
import { lanesOf } from '../../app/_viz/figures/run/lanes.ts'
import { momentsOf } from '../../app/_viz/figures/run/moments.ts'
import { placeLabels } from '../../app/_viz/figures/run/place-labels.ts'
import { horizontal, vertical } from '../../app/_viz/figures/run/plane.ts'
import { runFigure } from '../../app/_viz/figures/run/run.ts'

const run = (policy: string, fate: string, seed = figure.seed) =>
  runFigure({ ...figure, seed }, { policy, fate })

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1)

/** Policy, link, what c2 gets, linearizable, all answered. */
const EXPECTED = [
  ['answer', 'whole', '42', true, true],
  ['answer', 'cut', '7', false, true],
  ['answer', 'healed', '7', false, true],
  ['refuse', 'whole', '42', true, true],
  ['refuse', 'cut', 'error', true, false],
  ['refuse', 'healed', 'error', true, false],
  ['wait', 'whole', '42', true, true],
  ['wait', 'cut', 'no answer', true, false],
  ['wait', 'healed', '42', true, true],
] as const

describe.each(EXPECTED)('policy %s, link %s', (policy, fate, got, linearizable, answered) => {
  it(`gives c2 ${got}, with every seed`, () => {
    for (const seed of SEEDS) {
      const { trace, told } = run(policy, fate, seed)
      expect(operationsOf(trace)[0]?.outcome).toBe('ok')
      expect(told.outcome).toBe(got)
      expect(told.properties.map(({ holds }) => holds)).toEqual([linearizable, answered])
    }
  })
})

describe('what the figure says', () => {
  it('names the stale read, the error and the silence', () => {
    const verdict = (policy: string, fate: string) => run(policy, fate).told.verdict
    expect(verdict('answer', 'cut')).toBe(
      'c2 read 7 although a newer write had finished: not linearizable.',
    )
    expect(verdict('refuse', 'cut')).toBe(
      'c2 got an error from a live node: not available in CAP’s sense.',
    )
    expect(verdict('wait', 'cut')).toMatch(/^c2 got no answer before it gave up/)
    expect(verdict('wait', 'healed')).toBe(
      'Linearizable, and every request was answered without an error.',
    )
  })

  it('rings the stale read and nothing else', () => {
    expect(run('answer', 'cut').told.marks).toEqual([2])
    expect(run('refuse', 'cut').told.marks).toEqual([])
  })

  it('is the same run each time', () => {
    expect(run('wait', 'healed').traceHash).toBe(run('wait', 'healed').traceHash)
    expect(run('wait', 'healed').traceHash).not.toBe(run('wait', 'cut').traceHash)
  })

  it('tells every message and every operation in the table', () => {
    const { trace } = run('wait', 'healed')
    const told = new Set(momentsOf(trace, figure).map(({ event }) => event))
    const telling = new Set(['invoke', 'complete', 'send', 'receive', 'drop', 'cut', 'heal'])
    for (const { id, kind } of trace.events) if (telling.has(kind)) expect(told).toContain(id)
  })
})

describe('the drawing', () => {
  const { trace } = run('wait', 'healed')
  const drawing = drawingOf(trace, figure, [2])

  it('has every message once, lost ones apart', () => {
    const count = (kind: string) => trace.events.filter((event) => event.kind === kind).length
    const { arrows, bars, cuts } = drawing
    expect(arrows.filter(({ kind }) => kind === 'message')).toHaveLength(count('receive'))
    expect(arrows.filter(({ kind }) => kind === 'lost')).toHaveLength(count('drop'))
    expect(bars.map(({ label, isMarked }) => [label, isMarked])).toEqual([
      ['write 42 → ok', false],
      ['read → 42', true],
    ])
    expect(cuts).toEqual([{ lane: 1, nextLane: 2, from: 30_000, to: 260_000, label: 'cut' }])
  })

  it('leaves out noise, and what happens after its end', () => {
    const quiet = drawingOf(trace, { ...figure, isNoise: () => true, untilMicros: 100_000 }, [])
    expect(quiet.arrows.map(({ kind }) => kind)).toEqual(['client', 'client'])
    expect(quiet.bars).toHaveLength(1)
  })

  it.each([horizontal(drawing), vertical(drawing)])(
    'keeps labels apart and on the paper',
    (plane) => {
      const labels = placeLabels(drawing, plane)
      expect(labels.bars).toHaveLength(2)
      const spots = [...labels.bars, ...labels.arrows].filter((spot) => spot !== undefined)
      expect(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(spots.length)
      for (const { x, y } of spots) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(plane.width)
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThan(plane.height)
      }
    },
  )
})

describe('lanesOf', () => {
  it('puts clients outside, beside the nodes that they ask', () => {
    const asked = new Map([
      ['c1', 'n1'],
      ['c2', 'n3'],
      ['c3', 'n3'],
    ])
    const lanes = lanesOf({ nodes: ['n1', 'n2', 'n3'], clients: ['c1', 'c2', 'c3', 'c4'] }, asked)
    expect(lanes).toEqual(['c1', 'n1', 'n2', 'n3', 'c2', 'c3', 'c4'])
  })
})
