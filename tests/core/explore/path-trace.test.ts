/** What the search finds is told as the trace of a run. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTrace, encodeTrace, type TraceEvent, WorldView } from '#core'
import { explore } from '../../../grader/core/explore/explore.ts'
import { NO_FAULTS } from '../../../grader/core/explore/scope.ts'
import type { World } from '../../../grader/core/explore/world.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { randomNode, randomScopes } from './random-protocol.ts'
import { sendTo, setTimer, type ToyNode, toyHost, toyLiveHost } from './toy-host.ts'

const RUNS = 60 * Number(process.env.NETSPLIT_FUZZ ?? 1)

describe('the trace of a path', () => {
  test('reads as that of a run, whatever happened', () => {
    const node: ToyNode = (memory, call, { id }) => {
      const count = Number(memory ?? 0)
      if (call.kind === 'start') return { memory: 0, effects: id === 'n1' ? [setTimer('t')] : [] }
      if (call.kind === 'timer')
        return { memory: 1, effects: [sendTo('n2', 1), { kind: 'note', text: 'x' }] }
      if (call.kind === 'request') {
        const { operation } = call
        return {
          memory: count,
          effects: [{ kind: 'reply', operation, outcome: 'fail', body: '0' }],
        }
      }
      return { memory: count + 1, effects: [] }
    }
    const one = { losses: 1, duplicates: 1, crashes: 1, cuts: 1, giveUps: 1 }
    const scope = scopeOf(2, {
      faults: one,
      cuts: [{ label: 'n1 > n2', links: [{ from: 'n1', to: 'n2' }] }],
      operations: [
        { client: 'c1', node: 'n1', body: 1 },
        { client: 'c2', node: 'n1', body: 1 },
      ],
    })
    const used = ({ faultsLeft, cut, nodes }: World) =>
      Object.values(faultsLeft).every((left) => left === 0) &&
      cut === null &&
      nodes.every(({ isUp }) => isUp)
    const result = explore({
      scope,
      host: toyHost(node),
      live: () => toyLiveHost(node),
      states: [
        {
          id: 'never-all',
          sentence: 'Not all of it happens.',
          holds: (world) =>
            used(world) ? { message: 'All of it happened.', nodes: [] } : undefined,
        },
      ],
    })
    if (result.kind !== 'violation') throw new Error(result.kind)
    const { trace } = result
    expect(decodeTrace(encodeTrace(trace))).toEqual(trace)
    expectLawful(trace.events)
    const kinds = new Set(trace.events.map(({ kind }) => kind))
    for (const kind of [
      'duplicate',
      'drop',
      'crash',
      'cut',
      'heal',
      'invoke',
      'complete',
    ] as const) {
      expect(kinds, kind).toContain(kind)
    }
    expect(trace.events.at(-1)).toMatchObject({ kind: 'end', reason: 'stopped' })
    expect(result.broken).toMatchObject({ violation: { event: trace.events.length - 2 } })
  })
})

test('copies of a message have numbers of their own', () => {
  const node: ToyNode = (memory, call, { id }) => ({
    memory: Number(memory ?? 0) + (call.kind === 'message' ? 1 : 0),
    effects: call.kind === 'start' && id === 'n1' ? [sendTo('n2', 1), sendTo('n2', 1)] : [],
  })
  const result = explore({
    scope: scopeOf(2, { faults: { ...NO_FAULTS, duplicates: 1 } }),
    host: toyHost(node),
    states: [
      {
        id: 'not-three',
        sentence: 'Not all three arrive.',
        holds: ({ nodes }) =>
          nodes[1]?.memory === '3' ? { message: 'three', nodes: ['n2'] } : undefined,
      },
    ],
  })
  if (result.kind !== 'violation') throw new Error(result.kind)
  const { events } = result.trace
  const numbers = events.flatMap((event) => (event.kind === 'receive' ? [event.message] : []))
  expect(numbers.sort()).toEqual([1, 2, 3])
  expectLawful(events)
})

test('events add up to the world at the end of the path, whatever the protocol', () => {
  fc.assert(
    fc.property(fc.nat(), randomScopes, fc.nat({ max: 40 }), (seed, scope, wanted) => {
      let looked = 0
      const result = explore({
        scope,
        host: toyHost(randomNode(seed, 2)),
        states: [
          {
            id: 'not-this-one',
            sentence: 'The search ends somewhere.',
            holds: () => (looked++ < wanted ? undefined : { message: 'here', nodes: [] }),
          },
        ],
        limits: { statesMax: 100 },
      })
      if (result.kind !== 'violation') return
      const { trace, world } = result
      expectLawful(trace.events)
      const view = new WorldView(trace.header)
      for (const event of trace.events) view.fold(event)
      for (const { id, isUp, fields } of world.nodes) {
        expect(view.node(id).isUp).toBe(isUp)
        expect(Object.fromEntries(view.node(id).fields)).toEqual(fields)
      }
      expect([...view.cuts.values()].map(({ links }) => links)).toEqual(
        world.cut === null ? [] : [world.cut.links],
      )
    }),
    { numRuns: RUNS },
  )
})

/** What holds for every trace of the simulator: see tests/core/laws.test.ts. */
function expectLawful(events: readonly TraceEvent[]): void {
  const underWay = new Set<number>()
  const up = new Set<string>()
  for (const [index, event] of events.entries()) {
    expect(event.id).toBe(index)
    expect(event.cause).toBeLessThan(event.id)
    expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0)
    if (event.kind === 'boot') up.add(event.node)
    if (event.kind === 'crash') expect(up.delete(event.node)).toBe(true)
    if (event.kind === 'receive' || event.kind === 'send') expect(up.has(event.node)).toBe(true)
    if (event.kind === 'send') underWay.add(event.message)
    if (event.kind === 'duplicate') underWay.add(event.copy)
    const arrives = event.kind === 'receive' || (event.kind === 'drop' && event.message > 0)
    if (arrives) expect(underWay.delete(event.message)).toBe(true)
  }
}
