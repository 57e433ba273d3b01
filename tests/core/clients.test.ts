/** What clients see: ok, fail, and the third outcome that is neither. */
import { describe, expect, test } from 'vitest'
import { type Effect, type NemesisStep, type Scenario, Simulator, type TraceEvent } from '#core'
import { baseScenario } from './scenarios.ts'
import { ScriptedHost } from './scripted-host.ts'

function scenarioWith(nemesis: readonly NemesisStep[]): Scenario {
  return {
    ...baseScenario(2),
    clients: ['c1'],
    nemesis,
    operations: [
      { at: 10_000, client: 'c1', node: 'n1', body: 'first', timeoutMicros: 30_000 },
      { at: 11_000, client: 'c1', node: 'n1', body: 'second', timeoutMicros: 30_000 },
    ],
  }
}

function run(
  scenario: Scenario,
  answer: (operation: number, node: string) => Effect[],
): readonly TraceEvent[] {
  const events: TraceEvent[] = []
  new Simulator({
    scenario,
    seed: 3,
    host: new ScriptedHost((call, node) =>
      call.kind === 'request' ? answer(call.operation, node) : [],
    ),
    onEvent(event) {
      events.push(event)
      return 'continue'
    },
  }).run()
  return events
}

function outcomes(events: readonly TraceEvent[]): readonly string[] {
  return events
    .filter((event) => event.kind === 'complete')
    .map(({ operation, outcome, body }) => `${operation} ${outcome} ${body}`)
}

function ok(operation: number): Effect {
  return { kind: 'reply', operation, outcome: 'ok', body: `"did ${operation}"` }
}

describe('clients', () => {
  test('do one operation after the other', () => {
    const events = run(scenarioWith([]), (operation) => [ok(operation)])
    expect(outcomes(events)).toEqual(['1 ok "did 1"', '2 ok "did 2"'])
    const firstDone = events.findIndex((event) => event.kind === 'complete')
    const secondAsked = events.findIndex(
      (event) => event.kind === 'invoke' && event.operation === 2,
    )
    expect(secondAsked).toBeGreaterThan(firstDone)
  })

  test('are told of a refusal', () => {
    const events = run(scenarioWith([]), (operation) => [
      { kind: 'reply', operation, outcome: 'fail', body: '"not the leader"' },
    ])
    expect(outcomes(events)).toEqual(['1 fail "not the leader"', '2 fail "not the leader"'])
  })

  test('learn nothing when the answer is cut off, though the node did its work', () => {
    const cut: NemesisStep = { at: 0, fault: { kind: 'one-way', from: ['n1'], to: ['c1'] } }
    const events = run(scenarioWith([cut]), (operation) => [
      { kind: 'apply', value: String(operation) },
      ok(operation),
    ])
    expect(outcomes(events)).toEqual(['1 info null', '2 info null'])
    expect(events.filter((event) => event.kind === 'apply')).toHaveLength(2)
  })

  test('get an answer once, however often the node gives it', () => {
    const events = run(scenarioWith([]), (operation) => [ok(operation), ok(operation)])
    expect(outcomes(events)).toEqual(['1 ok "did 1"', '2 ok "did 2"'])
  })

  test('an answer to a question that nobody asked ends the run and says so', () => {
    const events = run(scenarioWith([]), () => [ok(99)])
    const threw = events.find((event) => event.kind === 'threw')
    expect(threw).toMatchObject({ node: 'n1', message: 'nobody asked for operation 99' })
  })
})

describe('clients that try again', () => {
  const nodes = ['n1', 'n2', 'n3']
  const retry = { everyMicros: 20_000, nodes }
  const scenario = (timeoutMicros: number, nemesis: readonly NemesisStep[] = []): Scenario => ({
    ...baseScenario(3),
    clients: ['c1'],
    nemesis,
    operations: [{ at: 10_000, client: 'c1', node: 'n1', body: 'it', timeoutMicros, retry }],
  })
  const asked = (events: readonly TraceEvent[]) =>
    events.filter(({ kind }) => kind === 'invoke' || kind === 'retry').map(askedNode)
  const refusal = (operation: number, reason: string): Effect => ({
    kind: 'reply',
    operation,
    outcome: 'fail',
    body: JSON.stringify(reason),
  })

  test('ask the next node, as the same operation, when one is silent', () => {
    const down: NemesisStep = { at: 0, fault: { kind: 'isolate', target: target('n1') } }
    const events = run(scenario(100_000, [down]), (operation) => [ok(operation)])
    expect(asked(events)).toEqual(['n1', 'n2'])
    expect(outcomes(events)).toEqual(['1 ok "did 1"'])
  })

  test('go at once where a refusal sends them, but not to and fro', () => {
    const answers = (operation: number, node: string): Effect[] => {
      if (node === 'n3') return [ok(operation)]
      return [refusal(operation, node === 'n1' ? 'n2' : 'n1')]
    }
    const events = run(scenario(200_000), answers)
    const startedAt = events.find(({ kind }) => kind === 'invoke')?.at ?? 0
    // Two nodes that name each other do not keep it: turns go on.
    expect(asked(events)).toEqual(['n1', 'n2', 'n2', 'n1', 'n3'])
    const [first, second] = events.filter(({ kind }) => kind === 'retry').map(({ at }) => at)
    expect((first ?? 0) - startedAt).toBeLessThan(retry.everyMicros)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(retry.everyMicros)
    expect(outcomes(events)).toEqual(['1 ok "did 1"'])
  })

  test('never take an operation for failed: an attempt may still be carried out', () => {
    const events = run(scenario(70_000), (operation) => [refusal(operation, 'nobody leads')])
    expect(asked(events)).toEqual(['n1', 'n2', 'n3', 'n1'])
    expect(outcomes(events)).toEqual(['1 info null'])
  })
})

function target(node: string) {
  return { kind: 'node', node } as const
}

function askedNode(event: TraceEvent): string {
  return event.kind === 'invoke' || event.kind === 'retry' ? event.node : ''
}
