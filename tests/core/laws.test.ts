/** Properties of the simulator and of traces that hold for every scenario and seed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeTrace,
  type Effect,
  encodeTrace,
  type FaultKind,
  headerOf,
  type NodeHost,
  nodeIds,
  Prng,
  parseNemesis,
  printNemesis,
  type Scenario,
  Simulator,
  swarmNemesis,
  TextHash,
  type Trace,
  type TraceEvent,
} from '#core'
import { baseScenario } from './scenarios.ts'
import { ScriptedHost } from './scripted-host.ts'

const KINDS: readonly FaultKind[] = [
  'partition',
  'isolate',
  'one-way',
  'crash',
  'pause',
  'clog',
  'bridge',
  'ring',
  'flap',
  'swizzle',
  'degrade',
  'drift',
  'jump',
]

const scenarios = fc
  .record({
    seed: fc.nat(),
    nodeCount: fc.integer({ min: 2, max: 5 }),
    loss: fc.constantFrom(0, 100, 500),
    duplicate: fc.constantFrom(0, 200),
  })
  .map(({ seed, nodeCount, loss, duplicate }) => ({
    seed,
    ...gossip(seed, nodeCount, loss, duplicate),
  }))

/** A cluster that gossips at random under random faults. */
function gossip(seed: number, nodeCount: number, loss: number, duplicate: number) {
  const nodes = nodeIds(nodeCount)
  const scenario: Scenario = {
    ...baseScenario(nodeCount),
    network: {
      delayMicrosMin: 500,
      delayMicrosMax: 8_000,
      tailPermille: 100,
      tailMicrosMax: 40_000,
      lossPermille: loss,
      duplicatePermille: duplicate,
      keepsOrder: false,
    },
    nemesis: swarmNemesis({
      seed,
      nodes,
      kinds: KINDS,
      fromMicros: 5_000,
      untilMicros: 150_000,
      gapMicrosMin: 5_000,
      gapMicrosMax: 30_000,
      lengthMicrosMin: 5_000,
      lengthMicrosMax: 40_000,
      favourite: { field: 'lead', value: 'true' },
    }),
    safetyMicros: 200_000,
    livenessMicros: 50_000,
  }
  return { scenario, host: gossipHost(seed) }
}

function gossipHost(seed: number): () => NodeHost {
  return () => {
    const prng = new Prng(seed, 'gossip')
    return new ScriptedHost((call, node) => {
      const effects: Effect[] = [{ kind: 'observe', fields: { lead: prng.chance(300) } }]
      if (call.kind === 'start' || call.kind === 'timer') {
        effects.push({ kind: 'set-timer', name: 'again', delayMicros: prng.between(1_000, 9_000) })
        effects.push({ kind: 'write', key: 'k', value: String(prng.between(0, 9)) })
        if (prng.chance(500)) effects.push({ kind: 'sync' })
        const to = prng.pick(['n1', 'n2'])
        if (to !== node) effects.push({ kind: 'send', to, body: `{"n":${prng.between(0, 99)}}` })
      }
      return effects
    })
  }
}

function traceOf(scenario: Scenario, seed: number, host: NodeHost): Trace {
  const events: TraceEvent[] = []
  new Simulator({
    scenario,
    seed,
    host,
    onEvent(event) {
      events.push(event)
      return 'continue'
    },
  }).run()
  return { header: headerOf(scenario, seed), events }
}

describe('laws of the simulator', () => {
  test('equal scenario, seed and code give equal traces', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        expect(encodeTrace(traceOf(scenario, seed, host()))).toBe(
          encodeTrace(traceOf(scenario, seed, host())),
        )
      }),
    )
  })

  test('a trace survives its text form', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const trace = traceOf(scenario, seed, host())
        expect(decodeTrace(encodeTrace(trace))).toEqual(trace)
      }),
    )
  })

  test('time never goes back, ids count up, and causes come first', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const { events } = traceOf(scenario, seed, host())
        for (const [index, event] of events.entries()) {
          expect(event.id).toBe(index)
          expect(event.cause).toBeLessThan(event.id)
          expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0)
          expect(Number.isSafeInteger(event.at)).toBe(true)
        }
      }),
    )
  })

  test('what is received was sent or repeated before, and only once', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const underWay = new Set<number>()
        for (const event of traceOf(scenario, seed, host()).events) {
          if (event.kind === 'send') underWay.add(event.message)
          if (event.kind === 'duplicate') underWay.add(event.copy)
          if (event.kind === 'receive' || event.kind === 'drop') {
            expect(underWay.delete(event.message)).toBe(true)
          }
        }
      }),
    )
  })

  test('a node that is down does nothing', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const up = new Set<string>()
        for (const event of traceOf(scenario, seed, host()).events) {
          if (event.kind === 'boot') up.add(event.node)
          if (event.kind === 'crash') expect(up.delete(event.node)).toBe(true)
          if (event.kind === 'send' || event.kind === 'receive' || event.kind === 'timer') {
            expect(up.has(event.node)).toBe(true)
          }
        }
      }),
    )
  })

  test('in the liveness phase nothing is lost, and every node runs', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const { events } = traceOf(scenario, seed, host())
        const phase = events.findIndex(({ kind }) => kind === 'phase')
        expect(phase).toBeGreaterThan(0)
        const lost = events.slice(phase).filter((event) => event.kind === 'drop')
        expect(lost).toEqual([])
        const up = new Set<string>()
        for (const event of events) {
          if (event.kind === 'boot') up.add(event.node)
          if (event.kind === 'crash') up.delete(event.node)
        }
        expect(up.size).toBe(scenario.nodes.length)
      }),
    )
  })

  test('synced writes are found again after every crash', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const found: string[] = []
        const wrapped = host()
        const durable = new Map<string, string>()
        const buffered = new Map<string, string>()
        const events: TraceEvent[] = []
        new Simulator({
          scenario,
          seed,
          host: {
            call(node, call) {
              if (call.kind === 'start' && durable.has(node)) {
                found.push(`${node} ${call.config.disk.k !== undefined}`)
              }
              return wrapped.call(node, call)
            },
          },
          onEvent(event) {
            events.push(event)
            if (event.kind === 'write') buffered.set(event.node, event.value)
            if (event.kind === 'sync') {
              const value = buffered.get(event.node)
              if (value !== undefined) durable.set(event.node, value)
            }
            return 'continue'
          },
        }).run()
        expect(found.filter((line) => line.endsWith('false'))).toEqual([])
      }),
    )
  })
})

describe('laws of nemesis scripts', () => {
  test('a printed script reads back as it was', () => {
    fc.assert(
      fc.property(scenarios, ({ scenario }) => {
        const { nemesis, nodes } = scenario
        expect(parseNemesis(printNemesis(nemesis), nodes)).toEqual(nemesis)
      }),
    )
  })
})

describe('laws of randomness and hashes', () => {
  test('a draw lies between its bounds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer(), fc.nat({ max: 2 ** 31 }), (seed, min, span) => {
        const draw = new Prng(seed, 'x').between(min, min + span)
        expect(draw).toBeGreaterThanOrEqual(min)
        expect(draw).toBeLessThanOrEqual(min + span)
      }),
    )
  })

  test('generators with other labels draw other numbers', () => {
    const draws = ['network', 'nemesis', 'node n1', 'node n2', 'link n1 n2'].map((label) => {
      const prng = new Prng(7, label)
      return Array.from({ length: 4 }, () => prng.next()).join(' ')
    })
    expect(new Set(draws).size).toBe(draws.length)
  })

  test('a shuffle keeps its items', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat()), (seed, items) => {
        expect(new Prng(seed, 'x').shuffle(items).sort()).toEqual([...items].sort())
      }),
    )
  })

  test('a hash does not depend on how the text was cut into parts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const whole = new TextHash()
        whole.add(a + b)
        const parts = new TextHash()
        parts.add(a)
        parts.add(b)
        expect(parts.digest()).toBe(whole.digest())
      }),
    )
  })

  test('ten thousand short texts have ten thousand hashes', () => {
    const digests = new Set<string>()
    for (let index = 0; index < 10_000; index++) {
      const hash = new TextHash()
      hash.add(`event ${index}`)
      digests.add(hash.digest())
    }
    expect(digests.size).toBe(10_000)
  })
})
