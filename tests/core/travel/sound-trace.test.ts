/** Traces from strangers: ours are sound, and none that is not can harm whoever reads it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Causality,
  compareRuns,
  decodeTrace,
  describeEvent,
  encodeTrace,
  Timeline,
  type Trace,
  WorldView,
  whyUnsound,
} from '#core'
import { scenarios, traceOf } from '../gossip.ts'

/** Everything that the page does with a trace. */
function read(trace: Trace): void {
  const view = new WorldView(trace.header)
  for (const event of trace.events) {
    view.fold(event)
    describeEvent(event, view)
  }
  new Timeline(trace).after(trace.events.length - 1)
  new Causality(trace).past(trace.events.length - 1)
  compareRuns(trace, { ...trace, events: trace.events.slice(0, 3) })
}

function traceWith(events: readonly object[]): Trace {
  const header: Trace['header'] = { version: 2, scenario: 's', seed: 1, nodes: ['n1'], clients: [] }
  const whole = events.map((event, id) => ({ id, at: 0, cause: -1, ...event }))
  return { header, events: whole as unknown as Trace['events'] }
}

describe('a trace', () => {
  test('of ours is sound', () => {
    fc.assert(
      fc.property(scenarios, ({ scenario, seed, host }) => {
        expect(whyUnsound(traceOf(scenario, seed, host()))).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  test('that somebody bent is refused, or can be read like any other', () => {
    const strange = fc.oneof(
      fc.constantFrom<unknown>(null, {}, [], '', '__proto__', 'n9', -1, 1e99, { from: 1 }, [[]]),
      fc.jsonValue(),
    )
    let refusedCount = 0
    fc.assert(
      fc.property(scenarios, fc.nat(), fc.nat(), strange, (run, place, field, value) => {
        const trace = traceOf(run.scenario, run.seed, run.host())
        const events = trace.events.slice(0, 120).map((event) => ({ ...event }))
        const bent = events[place % events.length] as Record<string, unknown>
        const names = Object.keys(bent).filter((name) => name !== 'kind')
        bent[names[field % names.length] as string] = value
        const whole = { header: trace.header, events: events as unknown as Trace['events'] }
        if (whyUnsound(whole) !== undefined) refusedCount++
        else read(whole)
      }),
      { numRuns: 400 },
    )
    expect(refusedCount).toBeGreaterThan(100)
  })

  test.each([-1, 2, 3])('in which a crash loses %i of one unsynced write is refused', (lost) => {
    const crash = (writesLost: number) =>
      traceWith([
        { kind: 'write', node: 'n1', key: 'k', value: '1' },
        { kind: 'sync', node: 'n1' },
        { kind: 'write', node: 'n1', key: 'k', value: '2' },
        { kind: 'crash', node: 'n1', writesLost, tornKey: null },
      ])
    for (const sound of [0, 1]) {
      expect(whyUnsound(crash(sound))).toBeUndefined()
      read(crash(sound))
    }
    expect(whyUnsound(crash(lost))).toBe('event 3 makes no sense')
  })

  test('whose header is made up is refused', () => {
    const run = 'netsplit-trace 2 ["s",1,["n1"],[]]\n0 0 -1 boot ["n1",1]\n'
    expect(whyUnsound(decodeTrace(run))).toBeUndefined()
    for (const header of ['["s",1,[{}],[]]', '["s",1,null,[]]', '["s","1",["n1"],[]]', '[]']) {
      const bent = decodeTrace(run.replace('["s",1,["n1"],[]]', header))
      expect(whyUnsound(bent), header).toBeDefined()
    }
    expect(encodeTrace(decodeTrace(run))).toBe(run)
  })
})
