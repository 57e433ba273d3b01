/** Time travel: seeking, causes and effects, what-ifs, two runs side by side. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Causality,
  ClusterState,
  type DeliveryChoice,
  encodeEvent,
  firstDifference,
  fork,
  type NodeHost,
  type Scenario,
  Simulator,
  Timeline,
  type Trace,
  type TraceEvent,
} from '#core'
import { CRASH, scenarios, traceOf } from './gossip.ts'
import { baseScenario } from './scenarios.ts'

/** All that a state tells, as plain data. */
function tell(state: ClusterState) {
  const { world, underWay, waiting, clogged } = state
  return {
    nodes: [...world.nodes()].map(({ fields, ...node }) => ({ ...node, fields: [...fields] })),
    cuts: [...world.cuts],
    machines: world.nodeIds.map((id) => {
      const { durable, unsynced, timers, clock } = state.machine(id)
      return { durable: [...durable], unsynced, timers: [...timers], clock }
    }),
    underWay: [...underWay],
    waiting: [...waiting],
    clogged: [...clogged],
  }
}

function folded(trace: Trace, end: number): ClusterState {
  const state = new ClusterState(trace.header)
  for (const event of trace.events.slice(0, end)) state.fold(event)
  return state
}

describe('the timeline', () => {
  test('seeking to any event gives what folding from the beginning gives', () => {
    fc.assert(
      fc.property(scenarios, fc.array(fc.nat(), { maxLength: 6 }), (run, places) => {
        const trace = traceOf(run.scenario, run.seed, run.host())
        const timeline = new Timeline(trace)
        for (const place of [...places, trace.events.length - 1]) {
          const event = (place % (trace.events.length + 1)) - 1
          expect(tell(timeline.after(event))).toEqual(tell(folded(trace, event + 1)))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a state that was handed out can be changed without harm', () => {
    fc.assert(
      fc.property(scenarios, (run) => {
        const trace = traceOf(run.scenario, run.seed, run.host())
        const timeline = new Timeline(trace)
        const middle = Math.floor(trace.events.length / 2)
        const before = tell(timeline.after(middle))
        const state = timeline.after(middle)
        for (const event of trace.events.slice(middle + 1)) state.fold(event)
        expect(tell(timeline.after(middle))).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })

  test('the disks that a trace tells of are those that restarted nodes find', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const inner = host()
        const events: TraceEvent[] = []
        const found: { readonly node: string; readonly events: number; readonly disk: unknown }[] =
          []
        const spy: NodeHost = {
          call(node, call) {
            if (call.kind === 'start')
              found.push({ node, events: events.length, disk: call.config.disk })
            return inner.call(node, call)
          },
        }
        const onEvent = (event: TraceEvent) => {
          events.push(event)
          return 'continue' as const
        }
        new Simulator({ scenario, seed, host: spy, onEvent }).run()
        const { nodes, clients } = scenario
        const header = { version: 2, scenario: 's', seed, nodes, clients } as const
        const timeline = new Timeline({ header, events })
        for (const { node, events: count, disk } of found) {
          const { durable } = timeline.after(count - 1).machine(node)
          expect(Object.fromEntries(durable)).toEqual(disk)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('causes and effects', () => {
  test('past and future are each other seen from the other side', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), fc.nat(), (run, a, b) => {
        const trace = traceOf(run.scenario, run.seed, run.host())
        const causality = new Causality(trace)
        const [x, y] = [a % trace.events.length, b % trace.events.length]
        expect(causality.past(y)[x]).toBe(causality.future(x)[y])
      }),
    )
  })

  test('the past is what can be reached by cause, by place and by cut, and nothing else', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (run, place) => {
        const whole = traceOf(run.scenario, run.seed, run.host())
        const trace = { ...whole, events: whole.events.slice(0, 300) }
        const end = place % trace.events.length
        const past = new Causality(trace).past(end)
        expect([...past.keys()].filter((id) => past[id] === 1)).toEqual(reached(trace, end))
      }),
      { numRuns: 50 },
    )
  })

  test('a receive has its send in its past, and what the sender does later has not', () => {
    const scenario = baseScenario(2)
    const host: NodeHost = {
      call: (node, call) =>
        node === 'n1' && call.kind === 'start' ? 'Os2:n21:1t5:later4:9000' : 'O',
    }
    const trace = traceOf(scenario, 1, host)
    const idOf = (kind: string) => trace.events.findIndex((event) => event.kind === kind)
    const past = new Causality(trace).past(idOf('receive'))
    expect(past[idOf('send')]).toBe(1)
    expect(past[idOf('timer')]).toBe(0)
  })
})

/** Everything before `end`, by a search that knows only the definition. */
function reached({ events }: Trace, end: number): readonly number[] {
  const places = (event: TraceEvent) =>
    event.kind === 'invoke' || event.kind === 'complete'
      ? event.client
      : 'node' in event
        ? event.node
        : undefined
  const found = new Set([end])
  const queue = [end]
  for (const id of queue) {
    const event = events[id] as TraceEvent
    for (const earlier of events.slice(0, id)) {
      const isCause = event.cause === earlier.id
      const isPlace = places(event) !== undefined && places(event) === places(earlier)
      const isCut =
        earlier.kind === 'cut' &&
        (event.kind === 'drop' || event.kind === 'heal') &&
        event.cut === earlier.cut
      if ((isCause || isPlace || isCut) && !found.has(earlier.id)) {
        found.add(earlier.id)
        queue.push(earlier.id)
      }
    }
  }
  return [...found].sort((a, b) => a - b)
}

describe('what-ifs', () => {
  test('a fork is the same run up to the fault that was put into it', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), ({ seed, scenario, host }, place) => {
        const trace = traceOf(scenario, seed, host())
        const after = place % trace.events.length
        const change = { kind: 'add-fault', after, fault: CRASH } as const
        const forked = traceOf(fork(scenario, change), seed, host())
        const difference = firstDifference(trace, forked)
        if (difference !== undefined) expect(difference).toBeGreaterThan(after)
      }),
    )
  })

  test('the fault falls right after the handler call in which the event happened', () => {
    const host: NodeHost = {
      call: (_node, call) => (call.kind === 'start' ? 'On1:an1:b' : 'O'),
    }
    const scenario = baseScenario(2)
    const forked = traceOf(fork(scenario, { kind: 'add-fault', after: 1, fault: CRASH }), 1, host)
    // boot, its two notes, then the crash, then n2.
    expect(forked.events.map(({ kind }) => kind).slice(0, 5)).toEqual([
      'boot',
      'note',
      'note',
      'crash',
      'boot',
    ])
  })

  test('taking a fault away gives the run that the scenario without it gives', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), ({ seed, scenario, host }, place) => {
        fc.pre(scenario.nemesis.length > 0)
        const step = place % scenario.nemesis.length
        const without = { ...scenario, nemesis: scenario.nemesis.toSpliced(step, 1) }
        expect(traceOf(fork(scenario, { kind: 'remove-fault', step }), seed, host())).toEqual(
          traceOf(without, seed, host()),
        )
      }),
    )
  })

  test('the simulator tells which step of the nemesis an event comes from', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const events: TraceEvent[] = []
        const steps = new Map<number, number>()
        new Simulator({
          scenario,
          seed,
          host: host(),
          onEvent(event) {
            events.push(event)
            return 'continue'
          },
          onFault: (step, event) => steps.set(event, step),
        }).run()
        for (const event of events) {
          if (event.kind !== 'pause') continue
          const step = scenario.nemesis[steps.get(event.id) ?? -1]
          expect(step).toMatchObject({ at: event.at, fault: { kind: 'pause' } })
        }
      }),
    )
  })

  test('a run with the fates of its messages written down is the same run', () => {
    fc.assert(
      fc.property(scenarios, ({ seed, scenario, host }) => {
        const fates: DeliveryChoice[] = []
        const events: TraceEvent[] = []
        new Simulator({
          scenario,
          seed,
          host: host(),
          onEvent(event) {
            events.push(event)
            return 'continue'
          },
          onFate: (choice) => fates.push(choice),
        }).run()
        const silent: Scenario = {
          ...scenario,
          network: { ...scenario.network, lossPermille: 0, duplicatePermille: 0, tailPermille: 0 },
          deliveries: fates,
        }
        expect(traceOf(silent, seed, host()).events.map(encodeEvent)).toEqual(
          events.map(encodeEvent),
        )
      }),
    )
  })

  test('one message can be settled, and a later choice for it replaces the first', () => {
    const host: NodeHost = {
      call: (node, call) => (node === 'n1' && call.kind === 'start' ? 'Os2:n21:1s2:n21:2' : 'O'),
    }
    const lost: DeliveryChoice = { from: 'n1', to: 'n2', index: 2, fate: { kind: 'lost' } }
    const late: DeliveryChoice = { ...lost, fate: { kind: 'delivered', delaysMicros: [50_000] } }
    const once = fork(baseScenario(2), { kind: 'settle', choice: lost })
    const drops = traceOf(once, 1, host).events.filter(({ kind }) => kind === 'drop')
    expect(drops).toMatchObject([{ message: 2, reason: 'loss' }])
    const twice = fork(once, { kind: 'settle', choice: late })
    const arrivals = traceOf(twice, 1, host).events.filter(({ kind }) => kind === 'receive')
    expect(arrivals).toMatchObject([{ message: 1 }, { message: 2, at: 50_000 }])
  })
})
