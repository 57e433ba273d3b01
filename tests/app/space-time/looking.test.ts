/** Ways to look at a run: causes, overview, table, keys, drawing a cut. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EventId, siteOf, type Trace } from '#core'
import { cutBetween } from '../../../app/_viz/space-time/cut-drawing.ts'
import {
  commandOf,
  DIAGRAM_COMMANDS,
  type DiagramCommandId,
} from '../../../app/_viz/space-time/diagram-commands.ts'
import { filterEvents, KINDS, NO_FILTER } from '../../../app/_viz/space-time/events/event-filter.ts'
import { geometryOf } from '../../../app/_viz/space-time/geometry.ts'
import { layoutTrace } from '../../../app/_viz/space-time/layout.ts'
import { LightCones } from '../../../app/_viz/space-time/light-cone.ts'
import { binLayout } from '../../../app/_viz/space-time/minimap/bins.ts'
import { type Painter, paintBins } from '../../../app/_viz/space-time/minimap/paint.ts'
import { faultsOf, moveCursor } from '../../../app/_viz/space-time/navigation.ts'
import { thin } from '../../../app/_viz/space-time/thin.ts'
import { describer } from '../../../app/_viz/space-time/trace-state.ts'
import { scenarios, traceOf } from '../../core/gossip.ts'
import { DRAWN } from './drawn-run.ts'

const OPTIONS = { axis: 'order', ribbons: [], noise: [], fold: false, keep: [] } as const
const drawn = layoutTrace(DRAWN, OPTIONS)

describe('causes', () => {
  /** Everything that reaches `event` by cause, by place or by cut: slowly, and beyond doubt. */
  function slowPast({ events }: Trace, event: EventId): ReadonlySet<EventId> {
    const reached = new Set([event])
    for (let id = event; id >= 0; id--) {
      if (!reached.has(id)) continue
      const present = events[id]
      if (present === undefined) continue
      if (present.cause >= 0) reached.add(present.cause)
      const site = siteOf(present)
      const before = events.findLast((one) => one.id < id && siteOf(one) === site)
      if (site !== undefined && before !== undefined) reached.add(before.id)
      if (present.kind === 'drop' || present.kind === 'heal') {
        const { cut } = present
        const made = events.find((one) => one.kind === 'cut' && one.cut === cut)
        if (made !== undefined) reached.add(made.id)
      }
    }
    return reached
  }

  test('past, future and the rest are as a slow search finds them', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), fc.nat(), ({ seed, scenario, host }, a, b) => {
        const trace = traceOf(scenario, seed, host())
        const [one, other] = [a % trace.events.length, b % trace.events.length]
        const cone = new LightCones(trace).around(one)
        const past = slowPast(trace, one)
        const { counts } = cone
        expect(counts.past).toBe(past.size - 1)
        expect(counts.past + counts.future + counts.apart).toBe(trace.events.length - 1)
        const expected = past.has(other)
          ? 'past'
          : slowPast(trace, other).has(one)
            ? 'future'
            : 'apart'
        expect(cone.of(other)).toBe(expected)
      }),
      { numRuns: 30 },
    )
  })

  test('an arrow belongs to the past only when it has arrived there', () => {
    const arrow = drawn.arrows.find(({ message }) => message === 1)
    const cones = new LightCones(DRAWN)
    expect(arrow && cones.around(17).ofArrow(arrow)).toBe('past')
    expect(arrow && cones.around(3).ofArrow(arrow)).toBe('future')
    expect(arrow && cones.around(2).ofArrow(arrow)).toBe('apart')
  })

  test('asking twice gives the same answer at once', () => {
    const cones = new LightCones(DRAWN)
    expect(cones.around(5)).toBe(cones.around(5))
  })
})

describe('the overview', () => {
  test('counts every mark once, wherever the bins lie', () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.integer({ min: 1, max: 900 }),
        ({ seed, scenario, host }, count) => {
          const layout = layoutTrace(traceOf(scenario, seed, host()), OPTIONS)
          const { density, densest } = binLayout(layout, count, undefined)
          for (const [lane, bins] of density.entries()) {
            const total = bins.reduce((sum, marks) => sum + marks, 0)
            expect(total).toBe(layout.laneMarks[lane]?.length)
            for (const marks of bins) expect(marks).toBeLessThanOrEqual(densest)
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  test('paints each lane, every fault with its feet, and the violation in its colour', () => {
    const bins = binLayout(drawn, 300, 25)
    const palette = {
      line: 'line',
      text: 'text',
      muted: 'muted',
      message: 'message',
      fault: 'fault',
      violation: 'violation',
      ratio: 2,
    }
    const painted: { colour: Painter['fillStyle']; x: number; height: number }[] = []
    const canvas: Painter = {
      fillStyle: '',
      globalAlpha: 1,
      setTransform: () => {},
      clearRect: () => {},
      fillRect: (x, _y, _width, height) => {
        painted.push({ colour: canvas.fillStyle, x, height })
      },
    }
    paintBins(canvas, { bins, lanes: drawn.lanes, palette, width: 300, height: 40 })
    const of = (colour: string) => painted.filter((one) => one.colour === colour)
    expect(of('line')).toHaveLength(4)
    expect(of('fault')).toHaveLength(3 * faultsOf(DRAWN).length)
    expect(of('violation')).toMatchObject([{ height: 40 }])
    expect(of('message').length + of('muted').length).toBeGreaterThan(10)
  })
})

describe('a window that holds very much', () => {
  test('is thinned to a bounded number, and keeps what must be seen', () => {
    const events = Array.from({ length: 40_000 }, (_, id) =>
      id % 2 === 0
        ? ({
            kind: 'send',
            node: 'n1',
            to: 'n2',
            message: id / 2 + 1,
            body: '{}',
            id,
            at: id,
            cause: -1,
          } as const)
        : ({
            kind: 'receive',
            node: 'n2',
            from: 'n1',
            message: (id - 1) / 2 + 1,
            id,
            at: id,
            cause: id - 1,
          } as const),
    )
    const layout = layoutTrace({ header: { ...DRAWN.header, clients: [] }, events }, OPTIONS)
    const geometry = geometryOf(layout, { axis: 'order', direction: 'right', zoom: 0.001, room: 0 })
    const window = { from: 0, to: geometry.length }
    const keeps = new Set([7, 19_999, 33_333])
    const seen = layout.within(geometry.position(0), geometry.position(window.to))
    const { marks, arrows, leftOut } = thin(seen, { geometry, window, keeps })
    expect(marks.length).toBeLessThan(2_000)
    expect(arrows.length).toBeLessThan(2_000)
    expect(leftOut).toBe(seen.marks.length + seen.arrows.length - marks.length - arrows.length)
    for (const step of keeps) expect(marks.some((mark) => mark.step === step)).toBe(true)
  })

  test('leaves a window with room as it is', () => {
    const geometry = geometryOf(drawn, { axis: 'order', direction: 'right', zoom: 1, room: 0 })
    const seen = drawn.within(0, drawn.length)
    const thinned = thin(seen, { geometry, window: { from: 0, to: 9_000 }, keeps: new Set() })
    expect(thinned).toEqual({ ...seen, leftOut: 0 })
  })
})

describe('the table of events', () => {
  const describeEvent = describer(DRAWN)
  const ids = (filter: Partial<typeof NO_FILTER>) =>
    filterEvents(DRAWN.events, { ...NO_FILTER, ...filter }, describeEvent).map(({ id }) => id)

  test('shows all without a filter, and the very same list', () => {
    expect(filterEvents(DRAWN.events, NO_FILTER, describeEvent)).toBe(DRAWN.events)
  })

  test('filters by place, by kind and by words, together', () => {
    expect(ids({ lane: 'n3' })).toEqual([2])
    expect(ids({ lane: 'network', kind: 'losses' })).toEqual([11])
    expect(ids({ text: ' Receives ACK ' })).toEqual([17])
    expect(ids({ lane: 'n1', text: 'APPEND' })).toEqual([8, 10])
    expect(ids({ lane: 'n3', kind: 'notes' })).toEqual([])
  })

  test('every kind of event can be found, but the end of the run', () => {
    const known = new Set(KINDS.flatMap(({ kinds }) => kinds))
    const kinds = new Set(DRAWN.events.map(({ kind }) => kind))
    expect([...kinds].filter((kind) => !known.has(kind))).toEqual(['end'])
  })
})

describe('keys', () => {
  const press = (key: string, more = {}) =>
    commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

  test('no key has two commands, no command is without a key', () => {
    const keys = DIAGRAM_COMMANDS.flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { id, keys: own } of DIAGRAM_COMMANDS) expect(own.length, id).toBeGreaterThan(0)
  })

  test('a key gives its command; with Control or Alt it is the page that listens', () => {
    expect(press('ArrowRight')).toBe('diagram.next')
    expect(press('ArrowRight', { shiftKey: true })).toBe('diagram.next-on-lane')
    expect(press('{', { shiftKey: true })).toBe('diagram.previous-fault')
    expect(press('+', { shiftKey: true })).toBe('diagram.zoom-in')
    expect(press(' ')).toBe('diagram.play')
    expect(press('ArrowRight', { altKey: true })).toBeUndefined()
    expect(press('ArrowRight', { ctrlKey: true })).toBeUndefined()
    expect(press('q')).toBeUndefined()
  })

  const landmarks = { faults: faultsOf(DRAWN), violations: [25] }
  const move = (from: number, command: DiagramCommandId) =>
    moveCursor(drawn, from, command, landmarks)

  test('faults and the violation are landmarks; the violation is found from both sides', () => {
    expect(faultsOf(DRAWN)).toEqual([12, 16, 20, 21, 24, 25, 26, 27])
    expect(move(0, 'diagram.next-fault')).toBe(12)
    expect(move(16, 'diagram.previous-fault')).toBe(12)
    expect(move(27, 'diagram.next-fault')).toBeUndefined()
    expect(move(3, 'diagram.next-violation')).toBe(25)
    expect(move(29, 'diagram.next-violation')).toBe(25)
    expect(move(3, 'diagram.previous-violation')).toBe(25)
  })

  test('along one lane, across lanes, and to the other end of a message', () => {
    expect(move(4, 'diagram.next-on-lane')).toBe(17)
    expect(move(17, 'diagram.previous-on-lane')).toBe(4)
    expect(move(13, 'diagram.lane-before')).toBe(17)
    expect(move(17, 'diagram.lane-after')).toBe(13)
    expect(move(13, 'diagram.other-end')).toBe(4)
    expect(move(4, 'diagram.other-end')).toBe(3)
    expect(move(3, 'diagram.other-end')).toBe(4)
    expect(move(2, 'diagram.other-end')).toBeUndefined()
  })

  test('from inside a step the way back leads to its beginning', () => {
    expect(move(6, 'diagram.previous')).toBe(4)
    expect(move(6, 'diagram.next')).toBe(12)
  })
})

describe.each(['right', 'down'] as const)('a cut drawn with time running %s', (direction) => {
  const geometry = geometryOf(drawn, { axis: 'order', direction, zoom: 1, room: 0 })
  const lane = (id: string) => geometry.line(drawn.lanes.findIndex((one) => one.id === id))
  const place = (event: number, id: string, shift = 0) =>
    geometry.point(
      geometry.along(drawn.marks[drawn.stepOf(event)]?.position ?? 0) + shift,
      lane(id),
    )

  test('names the nodes between its corners and the events between its ends', () => {
    const cut = { lanes: ['n2', 'n3'], fromEvent: 12, toEvent: 20 }
    const corners = [place(12, 'n2', 3), place(20, 'n3', 3)] as const
    expect(cutBetween(drawn, geometry, { start: corners[0], end: corners[1] })).toEqual(cut)
    expect(cutBetween(drawn, geometry, { start: corners[1], end: corners[0] })).toEqual(cut)
  })

  test('is none when it is a click, touches no node or all of them', () => {
    const start = place(12, 'n2')
    expect(cutBetween(drawn, geometry, { start, end: start })).toBeUndefined()
    expect(
      cutBetween(drawn, geometry, { start: place(3, 'c1'), end: place(20, 'c1') }),
    ).toBeUndefined()
    expect(
      cutBetween(drawn, geometry, { start: place(3, 'n1'), end: place(20, 'n3') }),
    ).toBeUndefined()
  })
})
