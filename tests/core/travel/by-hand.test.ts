/** Runs by hand: whoever picks nothing gets the usual run; whoever picks gets what was picked. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ByHand,
  type Claim,
  type Effect,
  encodeTrace,
  type HandStep,
  handSteps,
  playByHand,
  present,
  printHandSteps,
  readRunScript,
  type Scenario,
} from '#core'
import { scenarios, traceOf } from '../gossip.ts'
import { baseScenario } from '../scenarios.ts'
import { ScriptedHost } from '../scripted-host.ts'

/** n1 sends `a` and `b` to n2 at its start, and n2 sets a timer. */
function pair(scenario: Partial<Scenario> = {}, claims: readonly Claim[] = []): ByHand {
  const host = new ScriptedHost((call, node): readonly Effect[] => {
    if (call.kind !== 'start') return []
    if (node === 'n2') return [{ kind: 'set-timer', name: 'wake', delayMicros: 50_000 }]
    return ['a', 'b'].map((type) => ({ kind: 'send', to: 'n2', body: JSON.stringify({ type }) }))
  })
  return new ByHand({ scenario: { ...baseScenario(2), ...scenario }, seed: 1, claims, host })
}

function take(run: ByHand, ...names: readonly string[]): void {
  for (const choice of names) expect(run.take({ kind: 'next', choice }), choice).toBe(true)
}

const namesOf = (run: ByHand) => run.choices().map(({ name }) => name)
const kindsOf = (run: ByHand) => run.trace.events.map(({ kind }) => kind)

describe('whoever picks nothing', () => {
  test('gets the run that the simulator makes, byte for byte, wherever it paused', () => {
    fc.assert(
      fc.property(scenarios, fc.array(fc.nat({ max: 400 }), { maxLength: 3 }), (run, stops) => {
        const { scenario, seed } = run
        const usual = encodeTrace(traceOf(scenario, seed, run.host()))
        const steps: HandStep[] = stops.map((event) => ({ kind: 'run-until', event }))
        const options = { scenario, seed, claims: [], host: run.host() }
        const played = playByHand(options, [...steps, { kind: 'run-on' }])
        expect(encodeTrace(played.run.trace)).toBe(usual)
        expect(played.run.choices()).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('whoever picks', () => {
  test('gets something for every choice, in a run that can be played again from its text', () => {
    fc.assert(
      fc.property(scenarios, fc.array(fc.nat(), { maxLength: 60 }), (run, picks) => {
        const { scenario, seed } = run
        const options = () => ({ scenario, seed, claims: [], host: run.host() })
        const byHand = new ByHand(options())
        const steps: HandStep[] = []
        for (const pick of picks) {
          const choices = byHand.choices()
          if (choices.length === 0) break
          expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length)
          const { name: choice } = present(choices[pick % choices.length], 'a choice')
          const before = byHand.trace.events.length
          const step = { kind: 'next', choice } as const
          expect(byHand.take(step)).toBe(true)
          steps.push(step)
          const isFault = choice.startsWith('fault')
          // A fault may find nobody to strike, as in any run.
          if (!isFault) expect(byHand.trace.events.length, choice).toBeGreaterThan(before)
        }
        const times = byHand.trace.events.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((a, b) => a - b))

        const { lines, problems } = readRunScript(printHandSteps(steps), scenario)
        expect(problems).toEqual([])
        expect(handSteps(lines)).toEqual(steps)
        const again = playByHand(options(), handSteps(lines))
        expect(again.stuckAt).toBeUndefined()
        expect(encodeTrace(again.run.trace)).toBe(encodeTrace(byHand.trace))
      }),
      { numRuns: 60 },
    )
  })

  test('may let messages overtake each other, and leave one under way for ever', () => {
    const run = pair()
    expect(namesOf(run)).toEqual(['start n1', 'start n2', 'end'])
    take(run, 'start n1', 'start n2')
    expect(namesOf(run).toSorted()).toEqual([
      'end',
      'message n1 > n2 #1',
      'message n1 > n2 #2',
      'timer n2 wake',
    ])
    take(run, 'message n1 > n2 #2', 'timer n2 wake')
    expect(namesOf(run).toSorted()).toEqual(['end', 'message n1 > n2 #1'])
    expect(kindsOf(run).slice(-2)).toEqual(['receive', 'timer'])
    expect(run.trace.events.at(-2)).toMatchObject({ kind: 'receive', message: 2 })
    expect(run.trace.events.at(-1)?.at).toBe(50_000)
    // What comes late comes late: time does not go back.
    take(run, 'message n1 > n2 #1')
    expect(run.trace.events.at(-1)).toMatchObject({ kind: 'receive', message: 1, at: 50_000 })
  })

  test('keeps the order of a link that keeps it', () => {
    const run = pair({ network: { ...baseScenario(2).network, keepsOrder: true } })
    take(run, 'start n1', 'start n2')
    expect(namesOf(run)).toContain('message n1 > n2 #1')
    expect(namesOf(run)).not.toContain('message n1 > n2 #2')
    take(run, 'message n1 > n2 #1', 'message n1 > n2 #2')
  })

  test('may crash a node: what is under way to it is lost, and its timer is gone', () => {
    const run = pair()
    take(run, 'start n1', 'start n2')
    const crash = readRunScript('now crash n2', baseScenario(2))
    expect(run.take(present(handSteps(crash.lines)[0], 'one step'))).toBe(true)
    expect(namesOf(run)).not.toContain('timer n2 wake')
    const first = run.choices().find(({ name }) => name === 'message n1 > n2 #1')
    expect(first?.text).toBe('a from n1 is lost, as n2 is down')
    take(run, 'message n1 > n2 #1')
    expect(run.trace.events.at(-1)).toMatchObject({ kind: 'drop', reason: 'down' })
  })

  test('waits for nodes that are paused', () => {
    const run = pair({
      nemesis: [
        { at: 1, fault: { kind: 'pause', target: { kind: 'node', node: 'n2' } } },
        { at: 2, fault: { kind: 'resume', target: { kind: 'node', node: 'n2' } } },
      ],
    })
    take(run, 'start n1', 'start n2', 'fault 1')
    expect(namesOf(run)).toEqual(['fault 2', 'end'])
    take(run, 'fault 2')
    expect(namesOf(run)).toContain('timer n2 wake')
  })

  test('is told of what cannot be: nothing happens then', () => {
    const run = pair()
    expect(run.take({ kind: 'next', choice: 'timer n2 wake' })).toBe(false)
    expect(run.trace.events).toEqual([])
    const scenario = baseScenario(2)
    const host = new ScriptedHost(() => [])
    const steps: HandStep[] = [
      { kind: 'next', choice: 'start n1' },
      { kind: 'next', choice: 'start n9' },
      { kind: 'next', choice: 'start n2' },
    ]
    const played = playByHand({ scenario, seed: 1, claims: [], host }, steps)
    expect(played.stuckAt).toBe(1)
    expect(played.run.trace.events).toHaveLength(1)
  })

  test('leads the clients too', () => {
    const operations = [1, 2].map((body) => ({
      at: 0,
      client: 'c1',
      node: 'n1',
      body,
      timeoutMicros: 9_000,
    }))
    const host = new ScriptedHost((call) =>
      call.kind === 'request'
        ? [{ kind: 'reply', operation: call.operation, outcome: 'ok', body: call.body }]
        : [],
    )
    const scenario = { ...baseScenario(1), clients: ['c1'], operations }
    const run = new ByHand({ scenario, seed: 1, claims: [], host })
    take(run, 'start n1', 'ask c1', 'request 1 n1', 'give-up 1', 'ask c1')
    expect(namesOf(run)).toEqual(
      expect.arrayContaining(['answer 1 n1', 'request 2 n1', 'give-up 2']),
    )
    take(run, 'answer 1 n1')
    expect(run.trace.events.at(-1)).toMatchObject({ kind: 'drop', reason: 'gave-up' })
    take(run, 'request 2 n1', 'answer 2 n1')
    expect(run.trace.events.at(-1)).toMatchObject({ kind: 'complete', outcome: 'ok', body: '2' })
  })
})

describe('a client that asks again', () => {
  test('does so when it is told to, once for each attempt', () => {
    const retry = { everyMicros: 1_000, nodes: ['n1', 'n2'] }
    const operation = { at: 0, client: 'c1', node: 'n1', body: 1, timeoutMicros: 9_000, retry }
    const host = new ScriptedHost((call) =>
      call.kind === 'request'
        ? [{ kind: 'reply', operation: call.operation, outcome: 'ok', body: '1' }]
        : [],
    )
    const scenario = { ...baseScenario(2), clients: ['c1'], operations: [operation] }
    const run = new ByHand({ scenario, seed: 1, claims: [], host })
    take(run, 'start n1', 'start n2', 'ask c1', 'retry 1')
    expect(namesOf(run)).toEqual(
      expect.arrayContaining(['request 1 n1', 'request 1 n2', 'retry 1']),
    )
    take(run, 'request 1 n2', 'answer 1 n2')
    expect(namesOf(run).toSorted()).toEqual(['end', 'request 1 n1'])
  })
})

describe('claims', () => {
  const never: Claim = {
    id: 'never',
    sentence: 'n2 hears nothing.',
    source: 'made up for this test',
    ask: 'What did n2 hear?',
    monitor: () => ({
      onEvent: (event) =>
        event.kind === 'receive'
          ? { event: event.id, message: 'n2 heard something', related: [], nodes: ['n2'] }
          : undefined,
    }),
  }

  test('are judged as the run goes; a broken one is told and the run goes on', () => {
    const run = pair({}, [never])
    take(run, 'start n1', 'start n2')
    expect(run.outcome).toBeUndefined()
    take(run, 'message n1 > n2 #2')
    expect(run.outcome).toMatchObject({ kind: 'claim-broken', claimId: 'never' })
    const { event } = present(
      run.outcome?.kind === 'claim-broken' ? run.outcome.violation : undefined,
      'it broke',
    )
    take(run, 'message n1 > n2 #1', 'end')
    expect(run.hasEnded).toBe(true)
    expect(run.outcome).toMatchObject({ kind: 'claim-broken', violation: { event } })
    expect(run.trace.events.at(-1)?.kind).toBe('end')
    expect(run.take({ kind: 'run-on' })).toBe(false)
  })

  test('of a run that ends in peace hold', () => {
    const run = pair({}, [never])
    take(run, 'end')
    expect(run.outcome).toEqual({ kind: 'pass' })
  })
})
