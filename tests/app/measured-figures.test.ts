/** Kinds of figures that measure: latency over a map, slopes, quadrants, axes. */
import { describe, expect, it } from 'vitest'
import { cutBetween } from '#content/figures/network.ts'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import type {
  Exhibit,
  RttMapFigure,
  SlopeFigure,
  TimeoutPlotFigure,
} from '#content/schema/figure-measured.ts'
import {
  SingleLeaderRegister,
  type SingleLeaderSettings,
} from '#systems/replicated-register/single-leader.ts'
import { axisTo } from '../../app/_viz/figures/plot/scale.ts'
import { placeExhibit, placementText } from '../../app/_viz/figures/quadrants/place-exhibit.ts'
import { describeLeg, runRtt, settingKey, settingOf } from '../../app/_viz/figures/rtt-map/rtt.ts'
import { measureSlope } from '../../app/_viz/figures/slope/slopes.ts'
import { measureTimeout } from '../../app/_viz/figures/timeout-plot/measure-timeouts.ts'

const NODES = ['n1', 'n2', 'n3']
const settings = (change: Partial<SingleLeaderSettings>): { readonly [name: string]: never } =>
  ({
    initial: 0,
    whenCutOff: 'wait',
    patienceMs: 2_000,
    beatMs: 0,
    repairMs: 0,
    replication: 'quorum',
    reads: 'leader',
    ...change,
  }) as never
const call = (node: string, kind: 'read' | 'write', atMs = 10, client = 'c1'): FigureCall => ({
  atMs,
  client,
  node,
  body: kind === 'write' ? { kind, value: 42 } : { kind },
  timeoutMs: 900,
})

describe('a map', () => {
  const figure: RttMapFigure = {
    kind: 'rtt-map',
    node: SingleLeaderRegister,
    seed: 1,
    sites: NODES.map((id, index) => ({ id, name: `Site ${index + 1}`, x: 0, y: 0 })),
    rttMs: { 'n1,n2': 90, 'n1,n3': 220, 'n2,n3': 160 },
    modes: [],
    operations: [],
    scenario: ({ mode, operation, leader, client }) =>
      figureScenario({
        id: 'map',
        nodes: NODES,
        clients: ['c1'],
        delayMs: [5, 5],
        settings: settings({ replication: mode as 'sync', leader }),
        operations: [call(client, operation as 'read')],
        lengthMs: 1_000,
      }),
    expected: {},
    summary: '',
  }
  const took = (key: string) => runRtt(figure, settingOf(key))

  it.each([
    ['async,write,n1,n1', 0],
    ['quorum,write,n1,n1', 90],
    ['sync,write,n1,n1', 220],
    ['quorum,write,n1,n3', 310],
    ['quorum,read,n1,n3', 220],
  ])('measures %s: %i ms', (key, ms) => {
    expect(took(key).latencyMs).toBe(ms)
    expect(settingKey(settingOf(key))).toBe(key)
  })

  it('tells the way that the answer came, and its legs make up the time', () => {
    const { legs, latencyMs } = took('quorum,write,n1,n3')
    expect(legs.map((leg) => describeLeg(figure, leg))).toEqual([
      'client → Site 3 0 ms',
      'Site 3 → Site 1 110 ms',
      'Site 1 → Site 2 45 ms',
      'Site 2 → Site 1 45 ms',
      'Site 1 → Site 3 110 ms',
      'Site 3 → client 0 ms',
    ])
    expect(legs.reduce((sum, { ms }) => sum + ms, 0)).toBe(latencyMs)
  })
})

describe('a slope', () => {
  it.each([
    ['local', 'n3', 'read', { reads: 'local' }, 0],
    ['home write', 'n1', 'write', {}, 1],
    ['remote read', 'n3', 'read', {}, 1],
    ['remote write', 'n3', 'write', {}, 2],
  ] as const)('is the number of round trips: %s', (id, node, kind, change, slope) => {
    const figure: SlopeFigure = {
      kind: 'slope',
      node: SingleLeaderRegister,
      seed: 1,
      rttsMs: [0, 50, 100],
      operations: [{ id, name: id, slope }],
      scenario: (_operation, rttMs) =>
        figureScenario({
          id: 'slope',
          nodes: NODES,
          clients: ['c1'],
          delayMs: [rttMs / 2, rttMs / 2],
          settings: settings(change),
          operations: [call(node, kind)],
          lengthMs: 1_000,
        }),
      summary: '',
    }
    const measured = measureSlope(figure, id)
    expect(measured.slope).toBe(slope)
    expect(measured.points.map(({ latencyMs }) => latencyMs)).toEqual([0, 50 * slope, 100 * slope])
  })
})

describe('the quadrants', () => {
  const exhibit = (
    change: Partial<SingleLeaderSettings>,
    more: readonly FigureCall[] = [],
  ): Exhibit => ({
    id: 'one',
    name: 'one',
    node: SingleLeaderRegister,
    seed: 3,
    initial: 0,
    scenario: ({ isCut, rttMs }) =>
      figureScenario({
        id: 'quadrant',
        nodes: NODES,
        clients: ['c1', 'c2'],
        delayMs: [rttMs / 2, rttMs / 2],
        clientMs: 1,
        settings: settings({ patienceMs: 60, beatMs: 20, ...change }),
        operations: [call('n1', 'write', 200), call('n3', 'read', 206, 'c2'), ...more],
        nemesis: isCut ? cutBetween([['n1', 'n2'], ['n3']], { fromMs: 20 }) : [],
        lengthMs: 1_400,
      }),
    expected: { partition: 'A', otherwise: 'L' },
  })

  it.each([
    ['local copies', { replication: 'async', reads: 'local' }, 'PA/EL'],
    ['leader or error', { whenCutOff: 'refuse', patienceMs: 200 }, 'PC/EC'],
    [
      'leader, else the copy',
      { replication: 'async', whenCutOff: 'answer', patienceMs: 200 },
      'PA/EC',
    ],
  ] as const)('hold %s at its place', (_name, change, place) => {
    const { placement, seen } = placeExhibit(exhibit(change))
    expect(placementText(placement)).toBe(place)
    expect(seen).toHaveLength(2)
  })

  it('hold what is stale and refuses outside of all four', () => {
    const change = { replication: 'async', reads: 'local', patienceMs: 200 } as const
    const { placement } = placeExhibit(exhibit(change, [call('n3', 'write', 300, 'c2')]))
    expect(placement).toEqual({ partition: 'neither', otherwise: 'neither' })
  })

  it('refuse a run with a cut that cost nothing', () => {
    const idle = { ...exhibit({}), scenario: exhibit({}).scenario }
    const whole = { ...idle, scenario: () => idle.scenario({ isCut: false, rttMs: 10 }) }
    expect(() => placeExhibit(whole)).toThrow('one: the run with a cut tells nothing')
  })
})

describe('a timeout', () => {
  it('is measured as the mean of its seeds', () => {
    const figure: TimeoutPlotFigure = {
      kind: 'timeout-plot',
      node: SingleLeaderRegister,
      seedCount: 4,
      timeoutsMs: [10],
      weathers: [{ id: 'calm', name: 'Calm' }],
      scenario: ({ crash }) =>
        figureScenario({
          id: crash,
          nodes: NODES,
          clients: ['c1'],
          delayMs: [5, 5],
          settings: settings({}),
          operations: [],
          lengthMs: 10,
        }),
      measure: ({ header: { scenario, seed } }) => ({
        falseSuspicions: scenario === 'crash' ? 0 : seed,
        detectedAfterMs: seed > 1 ? 10 * seed : undefined,
      }),
      summary: '',
    }
    expect(measureTimeout(figure, 'calm', 10)).toEqual({
      weather: 'calm',
      timeoutMs: 10,
      falseSuspicions: 2.5,
      detectedAfterMs: 30,
      unnoticed: 1,
    })
  })
})

describe('an axis', () => {
  it.each([
    [0, 1],
    [7, 8],
    [223, 250],
    [1_234, 1_500],
  ])('for values up to %i ends at %i', (highest, max) => {
    const axis = axisTo(highest)
    expect(axis.max).toBe(max)
    expect(axis.ticks.length).toBeGreaterThanOrEqual(2)
    expect(axis.ticks.length).toBeLessThanOrEqual(7)
    expect(axis.ticks.at(-1)).toBe(max)
  })
})
