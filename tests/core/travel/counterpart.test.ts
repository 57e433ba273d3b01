/** From a trace to what a what-if says of it, and from one of two runs to the other. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareRuns,
  counterpart,
  type DeliveryChoice,
  fork,
  headerOf,
  type NodeHost,
  type Scenario,
  Simulator,
  sendingOf,
  type Trace,
  type TraceEvent,
} from '#core'
import { scenarios, traceOf } from '../gossip.ts'

function runWithFates(scenario: Scenario, seed: number, host: NodeHost) {
  const events: TraceEvent[] = []
  const fates: DeliveryChoice[] = []
  const onEvent = (event: TraceEvent) => {
    events.push(event)
    return 'continue' as const
  }
  new Simulator({ scenario, seed, host, onEvent, onFate: (fate) => fates.push(fate) }).run()
  const trace: Trace = { header: headerOf(scenario, seed), events }
  return { trace, fates }
}

describe('the sending behind an event', () => {
  test('is named as the network counts it', () => {
    fc.assert(
      fc.property(scenarios, ({ scenario, seed, host }) => {
        const { trace, fates } = runWithFates(scenario, seed, host())
        const sent = trace.events.filter(({ kind }) => ['send', 'invoke', 'reply'].includes(kind))
        const named = sent.map(({ id }) => sendingOf(trace, id))
        expect(named.map((one) => [one?.from, one?.to, one?.index])).toEqual(
          fates.map(({ from, to, index }) => [from, to, index]),
        )
      }),
      { numRuns: 15 },
    )
  })

  test('is the same for what arrives and for what is lost, with the time that it took', () => {
    fc.assert(
      fc.property(scenarios, ({ scenario, seed, host }) => {
        const { trace } = runWithFates(scenario, seed, host())
        for (const event of trace.events.slice(0, 200)) {
          if (event.kind !== 'receive' && event.kind !== 'drop') continue
          const sending = sendingOf(trace, event.id)
          expect(sending?.sentBy).toBe(event.cause)
          if (event.kind === 'receive') {
            expect(sending?.delaysMicros).toContain(event.at - (sending?.sentAt ?? 0))
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  test('settled as lost, is lost', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), ({ scenario, seed, host }, place) => {
        const { trace } = runWithFates(scenario, seed, host())
        const received = trace.events.filter(
          ({ kind, at }) => kind === 'receive' && at < scenario.safetyMicros - 50_000,
        )
        const arrival = received[place % Math.max(1, received.length)]
        const sending = arrival && sendingOf(trace, arrival.id)
        if (sending === undefined) return
        const { from, to, index } = sending
        const choice: DeliveryChoice = { from, to, index, fate: { kind: 'lost' } }
        const other = traceOf(fork(scenario, { kind: 'settle', choice }), seed, host())
        const sent = other.events[sending.sentBy]
        expect(sent).toEqual(trace.events[sending.sentBy])
        expect(sendingOf(other, sending.sentBy)?.delaysMicros).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('the counterpart of an event', () => {
  test('is itself up to where the runs part, then its twin, and leads back', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), ({ scenario, seed, host }, place) => {
        const ours = traceOf(scenario, seed, host())
        const after = place % ours.events.length
        const fault = { kind: 'crash', unsynced: 'lost', downMicros: 5_000 } as const
        const target = { kind: 'node', node: 'n1' } as const
        const change = {
          kind: 'add-fault',
          after,
          fault: { ...fault, target, moment: { kind: 'now' } },
        } as const
        const theirs = traceOf(fork(scenario, change), seed, host())
        const comparison = compareRuns(ours, theirs)
        const runs = { ours, theirs, comparison }
        for (const { id } of ours.events) {
          const there = counterpart(id, 'ours', runs)
          if (id < comparison.shared) expect(there).toBe(id)
          const twin = comparison.twins.get(id)
          if (twin !== undefined) {
            expect(there).toBe(twin)
            expect(counterpart(twin, 'theirs', runs)).toBe(id)
          }
          expect(theirs.events[there]).toBeDefined()
        }
      }),
      { numRuns: 20 },
    )
  })

  test('without a twin, is what had happened last by then', () => {
    const header = { version: 2, scenario: 's', seed: 1, nodes: ['n1'], clients: [] } as const
    const note = (id: number, at: number, text: string): TraceEvent => ({
      id,
      at,
      cause: -1,
      kind: 'note',
      node: 'n1',
      text,
    })
    const ours = { header, events: [note(0, 0, 'a'), note(1, 5, 'b'), note(2, 9, 'c')] }
    const theirs = { header, events: [note(0, 0, 'a'), note(1, 4, 'x'), note(2, 6, 'y')] }
    const runs = { ours, theirs, comparison: compareRuns(ours, theirs) }
    expect(counterpart(1, 'ours', runs)).toBe(1)
    expect(counterpart(2, 'ours', runs)).toBe(2)
    expect(counterpart(1, 'theirs', runs)).toBe(0)
  })
})
