/**
 * The kernel of the space-time diagram on long runs: what the page does when a run is opened,
 * scrolled and stepped through, and why it is laid out on the page's own thread.
 */
import { runScenario, Timeline, type Trace } from '#core'
import { type Geometry, geometryOf } from '../../app/_viz/space-time/geometry.ts'
import { MessageBook } from '../../app/_viz/space-time/inspector/message-report.ts'
import { reportOnNode } from '../../app/_viz/space-time/inspector/node-report.ts'
import { type Layout, layoutTrace } from '../../app/_viz/space-time/layout.ts'
import { LightCones } from '../../app/_viz/space-time/light-cone.ts'
import { binLayout } from '../../app/_viz/space-time/minimap/bins.ts'
import { thin } from '../../app/_viz/space-time/thin.ts'
import { describer } from '../../app/_viz/space-time/trace-state.ts'
import { placeWords } from '../../app/_viz/space-time/words.ts'
import { BusyHost, busyScenario } from './busy-cluster.ts'
import type { Figure } from './figure.ts'

export const name = 'diagram'

const SIZES = [10_000, 50_000] as const
const SIMULATED_SECONDS = 6
const REPEATS = 9
const WINDOW_PIXELS = 2_400

export async function run(): Promise<readonly Figure[]> {
  const scenario = busyScenario(SIMULATED_SECONDS)
  const options = { seed: 1, claims: [], keepTrace: true, hashTrace: false } as const
  const { trace } = runScenario({ scenario, host: new BusyHost(), ...options })
  if (trace === undefined) throw new Error('the trace was asked for')
  return SIZES.flatMap((size) => {
    const { length } = trace.events
    if (length < size) throw new Error(`the busy run has ${length} events, not ${size}`)
    return measure({ header: trace.header, events: trace.events.slice(0, size) })
  })
}

function measure(trace: Trace): readonly Figure[] {
  const count = trace.events.length
  const layouts = { order: layOut(trace, 'order'), clock: layOut(trace, 'clock') }
  const layout = layouts.order
  const middle = Math.floor(count / 2)
  const geometry = geometryFor(layout, 'order', 1)
  const figure = (what: string, work: () => unknown): Figure => ({
    name: `${count} events: ${what}`,
    value: median(work),
    unit: 'ms',
  })
  return [
    figure('layout by order', () => layOut(trace, 'order')),
    figure('layout by clock', () => layOut(trace, 'clock')),
    figure('copying that layout from a worker instead', () => {
      const { marks, arrows, bands, columns, bars } = layout
      return structuredClone({ marks, arrows, bands, columns, bars })
    }),
    figure('a window of the diagram, with its words', () => {
      placeWords(wordsFor(layout, geometry, geometry.length / 2))
    }),
    figure('the whole run in one window, by clock', () => {
      const whole = geometryFor(layouts.clock, 'clock', 0.01)
      placeWords(wordsFor(layouts.clock, whole, 0))
    }),
    figure('bins of the overview', () => binLayout(layout, 900, middle)),
    figure('causes of an event, first asked', () => new LightCones(trace).around(middle)),
    figure('words for every event', () => trace.events.map(describer(trace))),
    ...stepping(trace, layout).map(([what, work]) => figure(what, work)),
  ]
}

/** What a step of the cursor costs once the run is open. */
function stepping(
  trace: Trace,
  { grouping, letters }: Layout,
): readonly (readonly [string, () => void])[] {
  const timeline = new Timeline(trace)
  const cones = new LightCones(trace)
  const book = new MessageBook(trace, letters)
  let cursor = Math.floor(trace.events.length * 0.8)
  cones.around(cursor)
  timeline.after(cursor)
  return [
    ['a step: causes', () => cones.around(++cursor)],
    ['a step: one node', () => reportOnNode('n1', { trace, timeline, grouping, cursor: ++cursor })],
    ['a step: one message', () => book.report(++cursor, { timeline, grouping })],
  ]
}

function layOut(trace: Trace, axis: 'order' | 'clock'): Layout {
  return layoutTrace(trace, { axis, ribbons: [], noise: [], fold: true, keep: [] })
}

function geometryFor(layout: Layout, axis: 'order' | 'clock', zoom: number): Geometry {
  return geometryOf(layout, { axis, direction: 'right', zoom, room: 400 })
}

function wordsFor(layout: Layout, geometry: Geometry, from: number) {
  const window = { from, to: from + WINDOW_PIXELS }
  const seen = layout.within(geometry.position(window.from), geometry.position(window.to))
  const { marks, bands } = thin(seen, { geometry, window, keeps: new Set() })
  const cursorStep = marks[0]?.step ?? 0
  const told = { violation: undefined, related: [] }
  return { layout, geometry, marks, bands, start: from, cursorStep, ...told }
}

function median(work: () => unknown): number {
  const times = Array.from({ length: REPEATS }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return times.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? Number.NaN
}
