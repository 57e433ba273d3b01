/** Properties of the simulator and of traces that hold for every scenario and seed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeCompact,
  decodeTrace,
  encodeCompact,
  encodeTrace,
  type MessageId,
  Prng,
  parseNemesis,
  printNemesis,
  Simulator,
  TextHash,
  type TraceEvent,
  TraceFormatError,
} from '#core'
import { scenarios, traceOf } from './gossip.ts'

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

  test('a trace survives its compact form', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const trace = traceOf(scenario, seed, host())
        expect(decodeCompact(encodeCompact(trace))).toEqual(trace)
      }),
    )
  })

  test('the compact form survives any text and any number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.maxSafeInteger())),
        (pairs) => {
          const header = { version: 2, scenario: 's', seed: 1, nodes: ['n1'], clients: [] } as const
          const events = pairs.map(([text, number], id): TraceEvent => {
            const base = { id, at: id, cause: id - 1, node: 'n1' }
            return id % 2 === 0
              ? { ...base, kind: 'note', text }
              : { ...base, kind: 'skew', offsetMicros: Math.floor(number / 4), driftPpm: id }
          })
          expect(decodeCompact(encodeCompact({ header, events }))).toEqual({ header, events })
        },
      ),
    )
  })

  test('bytes that are no trace are refused, not believed and not hung on', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), fc.integer({ min: 1, max: 255 }), (run, place, flip) => {
        const bytes = encodeCompact(traceOf(run.scenario, run.seed, run.host()))
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ flip
        try {
          decodeCompact(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(TraceFormatError)
        }
        const half = bytes.slice(0, at)
        if (at < 4) expect(() => decodeCompact(half)).toThrow(TraceFormatError)
      }),
    )
  })

  test('on links that keep the order, messages of one link arrive in it', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const network = { ...scenario.network, keepsOrder: true }
        const latest = new Map<string, MessageId>()
        const original = new Map<MessageId, MessageId>()
        for (const event of traceOf({ ...scenario, network }, seed, host()).events) {
          if (event.kind === 'send') original.set(event.message, event.message)
          if (event.kind === 'duplicate') {
            original.set(event.copy, original.get(event.message) ?? 0)
          }
          // What finds its node down arrived as well.
          const arrived =
            event.kind === 'receive' || (event.kind === 'drop' && event.reason === 'down')
          if (!arrived) continue
          const link =
            event.kind === 'receive' ? `${event.from} ${event.node}` : `${event.from} ${event.to}`
          const message = original.get(event.message) ?? 0
          expect(message).toBeGreaterThanOrEqual(latest.get(link) ?? 0)
          latest.set(link, message)
        }
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
          // Clients' requests and answers have no number.
          if ('message' in event && event.message === 0) continue
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
        const lost = events
          .slice(phase)
          .filter((event) => event.kind === 'drop' && event.reason !== 'gave-up')
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
