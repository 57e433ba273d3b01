/** A run ends by itself, whatever the nodes do, and says which bound was reached. */
import { describe, expect, test } from 'vitest'
import { type Check, type Effect, runSeed, type SeedOutcome } from '#core'
import { baseScenario } from './scenarios.ts'
import { constantHost, ScriptedHost } from './scripted-host.ts'

const check: Check = {
  id: 'budgets',
  title: 'nothing is asked',
  claims: [],
  seedCount: 1,
  scenario: () => ({
    ...baseScenario(2),
    budgets: {
      eventsMax: 5_000,
      eventsPerInstantMax: 100,
      effectsPerCallMax: 20,
      bytesPerCallMax: 1_000,
      messagesInFlightMax: 50,
      bytesInFlightMax: 5_000,
      diskBytesMax: 3_000,
      timersMax: 60,
    },
  }),
}

function outcomeOf(effects: (kind: string) => readonly Effect[]): SeedOutcome {
  const host = new ScriptedHost((call) => effects(call.kind))
  return runSeed({ check, seed: 1, host, keepTrace: false }).result.outcome
}

function timer(delayMicros: number): Effect {
  return { kind: 'set-timer', name: 't', delayMicros }
}

function send(length: number): Effect {
  return { kind: 'send', to: 'n2', body: JSON.stringify('x'.repeat(length)) }
}

describe('budgets', () => {
  test('time that stands still', () => {
    expect(outcomeOf(() => [timer(0)])).toMatchObject({ budget: 'events per instant', at: 0 })
  })

  test('more effects than a call may have', () => {
    const many = Array.from({ length: 21 }, () => timer(1_000))
    expect(outcomeOf(() => many)).toMatchObject({ budget: 'effects per call', limit: 20 })
  })

  test('a reply that is too long', () => {
    expect(outcomeOf(() => [send(1_000)])).toMatchObject({ budget: 'bytes per call' })
  })

  test('a storm of messages', () => {
    const storm = Array.from({ length: 10 }, () => send(1))
    expect(outcomeOf((kind) => (kind === 'message' ? storm : [send(1)]))).toMatchObject({
      budget: 'messages in flight',
    })
  })

  test('too many bytes under way', () => {
    const heavy = [send(900)]
    expect(
      outcomeOf((kind) => (kind === 'start' ? [timer(100)] : [...heavy, timer(100)])),
    ).toMatchObject({ budget: 'bytes in flight' })
  })

  test('our own bound on events makes the verdict unknown, not a failure', () => {
    expect(outcomeOf(() => [timer(10)])).toMatchObject({ kind: 'unknown' })
  })

  test('a node that does nothing lets the time of the scenario pass', () => {
    expect(outcomeOf(() => [])).toEqual({ kind: 'pass' })
  })

  test.each([
    '',
    'X',
    'O!',
    'Os2:n2',
    'Os2:n299:x',
    'Os-1:n1',
    'Ot1:t2:-5',
    'Os2:n2|3:abc',
    'Os2:n23:abc',
    'E{}',
    'Enot json',
    'Or1:15:maybe4:null',
    'Oo4:null',
  ])('a reply that is none, such as %j, is the node’s fault and not a crash', (reply) => {
    const run = () => runSeed({ check, seed: 1, host: constantHost(reply), keepTrace: false })
    expect(run().result.outcome).toMatchObject({ kind: 'threw', name: 'InvalidEffect' })
  })
})
