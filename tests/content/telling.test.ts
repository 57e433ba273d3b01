/** What the `tell` of figures is made of: operations, latencies, and core's verdicts on them. */
import { describe, expect, it } from 'vitest'
import {
  allAnswered,
  answeredThrough,
  commandText,
  describeRunOperation,
  latencyMs,
  operationsOf,
  whatItGot,
} from '#content/figures/operations.ts'
import {
  classifyRegisters,
  judgeLinearizable,
  keepsLevel,
} from '#content/figures/register-judgement.ts'
import type { Json, Trace, TraceEvent } from '#core'

type Step =
  | readonly [at: number, client: string, node: string, command: Json]
  | readonly [at: number, operation: number, outcome: 'ok' | 'fail' | 'info', answer: Json]

/** A trace in which clients ask and are answered, and nothing else happens. */
function traceOf(steps: readonly Step[]): Trace {
  let operation = 0
  const clients = new Map<number, string>()
  const events = steps.map((step, id): TraceEvent => {
    const [at, who, what, body] = step
    const base = { id, at: at * 1_000, cause: -1, body: JSON.stringify(body) }
    if (typeof who === 'string') {
      operation += 1
      clients.set(operation, who)
      return { ...base, kind: 'invoke', client: who, operation, node: what }
    }
    const outcome = what as 'ok' | 'fail' | 'info'
    return { ...base, kind: 'complete', client: clients.get(who) ?? '', operation: who, outcome }
  })
  return {
    header: { version: 2, scenario: 'told', seed: 1, nodes: ['n1', 'n2'], clients: ['c1', 'c2'] },
    events,
  }
}

const STALE = traceOf([
  [10, 'c1', 'n1', { kind: 'write', value: 42 }],
  [30, 1, 'ok', 42],
  [40, 'c2', 'n2', { kind: 'read' }],
  [65, 2, 'ok', 7],
  [70, 'c2', 'n2', { kind: 'read' }],
  [75, 3, 'fail', 'cut off'],
  [80, 'c1', 'n1', { kind: 'read' }],
])

describe('operations', () => {
  const [write, stale, failed, open] = operationsOf(STALE)
  if (!(write && stale && failed && open)) throw new Error('The trace has four operations.')

  it('say who asked whom, when, and what came of it', () => {
    expect(stale).toEqual({
      operation: 2,
      client: 'c2',
      node: 'n2',
      command: { kind: 'read' },
      startedAt: 40_000,
      endedAt: 65_000,
      outcome: 'ok',
      answer: 7,
    })
    expect([write, stale, failed, open].map(whatItGot)).toEqual(['42', '7', 'error', 'no answer'])
    expect([stale, open].map(latencyMs)).toEqual([25, undefined])
  })

  it('are told in words', () => {
    expect(describeRunOperation(stale)).toBe('c2 asked n2 to read: 7 after 25 ms')
    expect(describeRunOperation(open)).toBe('c1 asked n1 to read: no answer')
    expect(commandText({ kind: 'write', key: 'x', value: 'a' })).toBe('write x = a')
    expect(commandText({ kind: 'add', value: [1] })).toBe('add [1]')
  })

  it('are counted by the side that was asked', () => {
    expect(answeredThrough(operationsOf(STALE), ['n2'])).toEqual({ answered: 1, asked: 2 })
    expect(allAnswered([write, stale])).toBe(true)
    expect(allAnswered([write, failed])).toBe(false)
  })
})

describe('judgements', () => {
  it('name the operation that broke linearizability', () => {
    const judged = judgeLinearizable(STALE, 7)
    expect(judged.holds).toBe(false)
    expect(judged.culprit).toBe(2)
    expect(judged.message).toContain('7')
  })

  it('let an old value pass that nobody had overwritten', () => {
    const early = traceOf([
      [10, 'c1', 'n1', { kind: 'write', value: 42 }],
      [20, 'c2', 'n2', { kind: 'read' }],
      [25, 2, 'ok', 7],
      [30, 1, 'ok', 42],
    ])
    expect(judgeLinearizable(early, 7)).toMatchObject({ holds: true, culprit: undefined })
    expect(judgeLinearizable(early, 8).holds).toBe(false)
  })

  it('tell every level apart', () => {
    const levels = classifyRegisters(STALE, 7)
    expect(keepsLevel(levels, 'linearizable')).toBe(false)
    expect(keepsLevel(levels, 'sequential')).toBe(true)
    expect(keepsLevel(levels, 'read-your-writes')).toBe(true)
  })
})
