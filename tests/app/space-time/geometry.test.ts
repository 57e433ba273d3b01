/** Pixels, in both directions, and the words that find room among them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Box,
  type Direction,
  type Geometry,
  geometryOf,
  zoomFor,
} from '../../../app/_viz/space-time/geometry.ts'
import { type Layout, layoutTrace } from '../../../app/_viz/space-time/layout.ts'
import { placeWords, type Word } from '../../../app/_viz/space-time/words.ts'
import { scenarios, traceOf } from '../../core/gossip.ts'
import { lab, traceOf as labTraceOf, SOLUTION } from '../learner-code.ts'
import { DRAWN } from './drawn-run.ts'

const DIRECTIONS = ['right', 'down'] as const
const OPTIONS = { axis: 'order', ribbons: [], noise: [], fold: false, keep: [] } as const

function draw(layout: Layout, direction: Direction, zoom = 1, room = 400): Geometry {
  return geometryOf(layout, { axis: 'order', direction, zoom, room })
}

describe.each(DIRECTIONS)('time runs %s', (direction) => {
  const layout = layoutTrace(DRAWN, { ...OPTIONS, pinned: ['log'] })

  test('lanes follow each other without a gap and fill what they have', () => {
    for (const room of [0, 200, 400, 900]) {
      const geometry = draw(layout, direction, 1, room)
      for (const lane of layout.lanes.keys()) {
        const [edge, size, line] = [
          geometry.edge(lane),
          geometry.laneSize(lane),
          geometry.line(lane),
        ]
        expect(line).toBeGreaterThan(edge)
        expect(line).toBeLessThan(edge + size)
        expect(geometry.laneAt(line)).toBe(lane)
        const next = lane + 1 < layout.lanes.length ? geometry.edge(lane + 1) : geometry.breadth
        expect(next).toBe(edge + size)
      }
      if (room >= 400) expect(geometry.breadth).toBeLessThanOrEqual(room)
    }
  })

  test('a position and its pixels lead to each other', () => {
    const geometry = draw(layout, direction, 2.5)
    for (const { position } of layout.marks) {
      expect(geometry.position(geometry.along(position))).toBeCloseTo(position)
    }
  })

  test('only the direction decides what is x and what is y', () => {
    const geometry = draw(layout, direction)
    const { x, y } = geometry.point(10, 20)
    expect(direction === 'right' ? [x, y] : [y, x]).toEqual([10, 20])
    const box = geometry.box({ from: 1, to: 5, top: 10, bottom: 30 })
    expect(direction === 'right' ? [box.width, box.height] : [box.height, box.width]).toEqual([
      4, 20,
    ])
  })

  test('the zoom that is asked for a stretch makes it fill the pixels', () => {
    const wanted = { from: 2, to: 7, pixels: 800 }
    const zoom = zoomFor(layout, { axis: 'order', direction }, wanted)
    const geometry = draw(layout, direction, zoom)
    expect(geometry.along(7) - geometry.along(2)).toBeCloseTo(800)
  })
})

test('a run of one event can be drawn', () => {
  const { header, events } = DRAWN
  const layout = layoutTrace({ header, events: events.slice(0, 1) }, OPTIONS)
  const geometry = draw(layout, 'right')
  expect(Number.isFinite(geometry.length)).toBe(true)
  expect(Number.isFinite(geometry.along(0))).toBe(true)
})

describe('words', () => {
  // A hair smaller: boxes that touch do not meet, whatever the rounding of their edges.
  const boxOf = ({ x, y, width }: Word): Box => ({ x, y: y - 5.499, width, height: 10.998 })
  const meets = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

  function wordsOf(layout: Layout, geometry: Geometry, cursorStep: number) {
    const related = [1, 2, 3].map((part) => layout.marks[(layout.marks.length * part) >> 2]?.event)
    return placeWords({
      layout,
      geometry,
      cursorStep,
      marks: layout.marks,
      bands: layout.bands,
      start: 0,
      violation: layout.marks[cursorStep]?.event,
      related: related.filter((event) => event !== undefined),
    })
  }

  test('never cover each other, whatever the run, the direction and the zoom', () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.constantFrom(...DIRECTIONS),
        fc.constantFrom(0.2, 1, 3),
        fc.nat(),
        ({ seed, scenario, host }, direction, zoom, place) => {
          const trace = traceOf(scenario, seed, host())
          const layout = layoutTrace(trace, {
            ...OPTIONS,
            wordsRunAlong: direction === 'right',
          })
          const step = place % layout.marks.length
          const words = wordsOf(layout, draw(layout, direction, zoom), step)
          for (const [index, word] of words.entries()) {
            for (const other of words.slice(index + 1, index + 60)) {
              expect(meets(boxOf(word), boxOf(other)), `${word.text} on ${other.text}`).toBe(false)
            }
          }
          expect(words.filter(({ tone }) => tone === 'violation')).toHaveLength(1)
          if (direction === 'right') return
          for (const { x, width, text } of words) {
            expect(x, text).toBeGreaterThanOrEqual(0)
            expect(x + width, text).toBeLessThanOrEqual(draw(layout, direction).breadth)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('at the normal size every label of a lab run is there, the violation too', () => {
    const trace = labTraceOf(SOLUTION, 'crash-and-restart', 7)
    const violation = trace.events.find(({ kind }) => kind === 'crash')?.id ?? 0
    const layout = layoutTrace(trace, {
      ...OPTIONS,
      ribbons: lab.ribbons,
      noise: lab.noise,
      fold: true,
      violation,
    })
    const words = placeWords({
      layout,
      geometry: draw(layout, 'right'),
      cursorStep: layout.stepOf(violation),
      marks: layout.marks,
      bands: layout.bands,
      start: 0,
      violation,
      related: [],
    })
    const labelled = layout.marks.filter(({ label, lane }) => label !== '' && lane > 0)
    const shown = words.filter(({ tone, key }) => tone === 'label' && key.startsWith('label '))
    const missing = labelled.filter(({ step }) => !shown.some((word) => word.step === step))
    expect(missing.map(({ step, label }) => `${step} ${label}`)).toEqual([])
    expect(words.some(({ tone }) => tone === 'violation')).toBe(true)
  })
})
