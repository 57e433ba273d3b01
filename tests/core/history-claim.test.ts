/** Consistency of what clients saw, as a claim about runs on a failing network. */
import { describe, expect, test } from 'vitest'
import {
  type Claim,
  checkLinearizable,
  type Effect,
  encodeEffect,
  findModel,
  type HistoryReading,
  historyClaim,
  type Json,
  type NodeHost,
  runScenario,
  type Scenario,
  type SeedOutcome,
  shrink,
} from '#core'
import { baseScenario } from './scenarios.ts'

type Command = { readonly f: string; readonly value: Json }

const reading: HistoryReading = {
  meaningOf(command) {
    const { f, value } = command as Command
    return { f, key: '', input: value }
  },
}

function linearizable(stepsMax: number): Claim {
  const model = findModel('register')
  if (model === undefined) throw new Error('there is a model of a register')
  return historyClaim({
    claim: {
      id: 'linearizable',
      sentence: 'Every read sees the latest write.',
      source: 'Herlihy and Wing, TOPLAS 1990',
      ask: 'Which copy did the read come from?',
    },
    reading,
    check: (history) => checkLinearizable(history, model.make(null), { stepsMax }),
  })
}

/** Each node answers from its own copy and tells the other one of writes. */
function copies(): NodeHost {
  const values = new Map<string, string>()
  return {
    call(node, call) {
      const effects: Effect[] = []
      if (call.kind === 'message') values.set(node, call.body)
      if (call.kind === 'request') {
        const { f, value } = JSON.parse(call.body) as Command
        if (f === 'write') {
          values.set(node, JSON.stringify(value))
          effects.push({
            kind: 'send',
            to: node === 'n1' ? 'n2' : 'n1',
            body: JSON.stringify(value),
          })
        }
        const body = f === 'write' ? 'null' : (values.get(node) ?? 'null')
        effects.push({ kind: 'reply', operation: call.operation, outcome: 'ok', body })
      }
      return `O${effects.map(encodeEffect).join('')}`
    },
  }
}

function scenario(): Scenario {
  const operation = (at: number, client: string, node: string, body: Command) => ({
    at,
    client,
    node,
    body: { ...body },
    timeoutMicros: 30_000,
  })
  return {
    ...baseScenario(2),
    clients: ['c1', 'c2'],
    nemesis: [
      { at: 5_000, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
      { at: 6_000, fault: { kind: 'drift', target: { kind: 'node', node: 'n1' }, driftPpm: 9 } },
    ],
    operations: [
      operation(1_000, 'c2', 'n2', { f: 'read', value: null }),
      operation(30_000, 'c1', 'n1', { f: 'write', value: 1 }),
      operation(60_000, 'c2', 'n2', { f: 'read', value: null }),
    ],
  }
}

function judge(stepsMax: number, changed: Partial<Scenario> = {}): SeedOutcome {
  const claims = [linearizable(stepsMax)]
  const options = { scenario: { ...scenario(), ...changed }, seed: 1, claims, keepTrace: false }
  return runScenario({ ...options, host: copies() }).result.outcome
}

describe('linearizability as a claim', () => {
  test('a stale read behind a cut breaks it, at the event where the read returned', () => {
    const outcome = judge(10_000)
    expect(outcome).toMatchObject({ kind: 'claim-broken', claimId: 'linearizable' })
    if (outcome.kind !== 'claim-broken') return
    const claims = [linearizable(10_000)]
    const { trace } = runScenario({
      scenario: scenario(),
      seed: 1,
      claims,
      host: copies(),
      keepTrace: true,
    })
    const event = trace?.events[outcome.violation.event]
    expect(event).toMatchObject({ kind: 'complete', client: 'c2', body: 'null' })
    expect(outcome.at).toBe(event?.at)
  })

  test('without the cut it holds', () => {
    expect(judge(10_000, { nemesis: [] })).toEqual({ kind: 'pass' })
  })

  test('the check is told when all faults were over', () => {
    const told: unknown[] = []
    const claim = historyClaim({
      claim: { id: 'listens', sentence: '', source: '', ask: '' },
      reading,
      check(_, healedMicros) {
        told.push(healedMicros)
        return { verdict: 'pass' }
      },
    })
    const options = { seed: 1, claims: [claim], keepTrace: false }
    runScenario({ ...options, scenario: { ...scenario(), livenessMicros: 1_000 }, host: copies() })
    expect(told).toEqual([scenario().safetyMicros])
  })

  test('a search that is given up is unknown, and never a pass', () => {
    expect(judge(0, { nemesis: [] }).kind).toBe('unknown')
  })

  test('a run that breaks it is shrunk to the cut and the two operations that show it', () => {
    const claims = [linearizable(10_000)]
    const search = shrink({ scenario: scenario(), seed: 1, claims, newHost: copies, runsMax: 500 })
    let step = search.next()
    while (step.done !== true) step = search.next()
    expect(step.value).toMatchObject({ faults: 1, operations: 2, deliveries: 0, isMinimal: true })
  })
})
