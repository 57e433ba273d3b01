/** The replicated registers keep what their headers promise, and break what they say they break. */
import { describe, expect, it } from 'vitest'
import { cutBetween } from '#content/figures/network.ts'
import { allAnswered, operationsOf, whatItGot } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import { type NemesisStep, runScenario, type Trace } from '#core'
import { ClassHost, type NodeClass } from '#systems/class-host.ts'
import {
  isRegisterNoise,
  registerMessageLabel,
  registerStateLabel,
} from '#systems/replicated-register/labels.ts'
import {
  LeaderlessRegister,
  type LeaderlessSettings,
} from '#systems/replicated-register/leaderless.ts'
import type { CommonSettings } from '#systems/replicated-register/register-node.ts'
import {
  SingleLeaderRegister,
  type SingleLeaderSettings,
} from '#systems/replicated-register/single-leader.ts'

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const NODES = ['n1', 'n2', 'n3']
const COMMON = {
  initial: 0,
  whenCutOff: 'wait',
  patienceMs: 60,
  beatMs: 20,
  repairMs: 0,
} as const satisfies CommonSettings

const leader = (change: Partial<SingleLeaderSettings> = {}): SingleLeaderSettings => ({
  ...COMMON,
  replication: 'async',
  reads: 'leader',
  ...change,
})
const leaderless = (change: Partial<LeaderlessSettings> = {}): LeaderlessSettings => ({
  ...COMMON,
  r: 2,
  w: 2,
  versions: 'asked',
  readRepair: 'before',
  ...change,
})

/** Clients at every node write and read all the time, each its own values. */
const BUSY: readonly FigureCall[] = NODES.flatMap((node, place) =>
  Array.from({ length: 7 }, (_, turn): FigureCall => {
    const body = turn % 3 === 0 ? { kind: 'write', value: 10 * place + turn + 1 } : { kind: 'read' }
    return { atMs: 60 + 9 * turn + 4 * place, client: `c${place + 1}`, node, body, timeoutMs: 400 }
  }),
)
const write = (node: string, atMs: number, client = 'c1'): FigureCall => ({
  atMs,
  client,
  node,
  body: { kind: 'write', value: 42 },
})
const read = (node: string, atMs: number, client = 'c2'): FigureCall => ({
  atMs,
  client,
  node,
  body: { kind: 'read' },
})

interface Run {
  readonly settings: SingleLeaderSettings | LeaderlessSettings
  readonly operations: readonly FigureCall[]
  readonly nemesis?: readonly NemesisStep[]
  readonly seed?: number
  readonly delayMs?: readonly [number, number]
}

function run({ settings, operations, nemesis = [], seed = 1, delayMs = [5, 15] }: Run): Trace {
  const node: NodeClass = 'r' in settings ? LeaderlessRegister : SingleLeaderRegister
  const scenario = figureScenario({
    id: 'registers',
    nodes: NODES,
    clients: ['c1', 'c2', 'c3'],
    delayMs,
    clientMs: 1,
    settings: { ...settings },
    operations,
    nemesis,
    lengthMs: 900,
  })
  const { result, trace } = runScenario({
    scenario,
    claims: [],
    seed,
    host: new ClassHost(node),
    keepTrace: true,
  })
  expect(result.outcome).toEqual({ kind: 'pass' })
  if (trace === undefined) throw new Error('The trace was asked for.')
  return trace
}

const gotten = (trace: Trace) => operationsOf(trace).map(whatItGot)
const isLinearizable = (trace: Trace) => judgeLinearizable(trace, COMMON.initial).holds
const CUT = cutBetween([['n1', 'n2'], ['n3']], { fromMs: 20 })
const CUT_THEN_HEALED = cutBetween([['n1', 'n2'], ['n3']], { fromMs: 20, toMs: 300 })

describe('a single leader', () => {
  it.each([
    leader(),
    leader({ replication: 'quorum' }),
    leader({ replication: 'sync' }),
    leader({ leader: 'n2', replication: 'quorum' }),
  ])('that is read itself is linearizable, whole or cut: $replication', (settings) => {
    for (const seed of SEEDS) {
      for (const nemesis of [[], CUT, CUT_THEN_HEALED]) {
        expect(isLinearizable(run({ settings, operations: BUSY, nemesis, seed }))).toBe(true)
      }
    }
  })

  it.each(['async', 'quorum', 'sync'] as const)('is read stale from copies: %s', (replication) => {
    const settings = leader({ replication, reads: 'local' })
    const verdicts = SEEDS.map((seed) => isLinearizable(run({ settings, operations: BUSY, seed })))
    expect(verdicts).toContain(false)
  })

  it('answers at once, after a majority, or after all', () => {
    const took = (replication: 'async' | 'quorum' | 'sync') => {
      const trace = run({ settings: leader({ replication }), operations: [write('n1', 50)] })
      const acknowledged = trace.events.filter(
        (event) => event.kind === 'complete' || event.kind === 'receive',
      )
      const end = acknowledged.findIndex(({ kind }) => kind === 'complete')
      return trace.events
        .filter((event) => event.kind === 'send' && event.body.includes('"have"'))
        .filter(({ id }) => id < (acknowledged[end]?.id ?? 0)).length
    }
    expect(took('async')).toBe(0)
    expect(took('quorum')).toBeGreaterThanOrEqual(1)
    expect(took('sync')).toBe(2)
  })

  it.each([
    ['answer', '0', true],
    ['refuse', 'error', false],
    ['wait', 'no answer', false],
  ] as const)('cut off with "%s" gives a reader %s', (whenCutOff, got, answered) => {
    const operations = [write('n1', 100), read('n3', 160)]
    const trace = run({ settings: leader({ whenCutOff }), operations, nemesis: CUT })
    expect(gotten(trace)[1]).toBe(got)
    expect(allAnswered(operationsOf(trace))).toBe(answered)
    expect(isLinearizable(trace)).toBe(whenCutOff !== 'answer')
  })

  it('refuses a write only before anything was sent', () => {
    const late = run({
      settings: leader({ whenCutOff: 'refuse' }),
      operations: [write('n3', 150)],
      nemesis: CUT,
    })
    expect(gotten(late)).toEqual(['error'])
    expect(late.events.some((event) => event.kind === 'send' && event.body.includes('ask'))).toBe(
      false,
    )
    const early = run({
      settings: leader({ whenCutOff: 'refuse' }),
      operations: [write('n3', 30)],
      nemesis: CUT,
    })
    expect(gotten(early)).toEqual(['no answer'])
  })

  it('serves those who waited, once the cut is healed', () => {
    const operations = [{ ...read('n3', 100), timeoutMs: 600 }]
    const trace = run({ settings: leader(), operations, nemesis: CUT_THEN_HEALED })
    expect(gotten(trace)).toEqual(['0'])
    expect(operationsOf(trace)[0]?.endedAt).toBeGreaterThan(300_000)
  })

  it('with full replication acknowledges nothing while one node is cut off', () => {
    const sync = leader({ replication: 'sync', whenCutOff: 'refuse' })
    expect(gotten(run({ settings: sync, operations: [write('n1', 150)], nemesis: CUT }))).toEqual([
      'error',
    ])
    const quorum = leader({ replication: 'quorum', whenCutOff: 'refuse' })
    expect(gotten(run({ settings: quorum, operations: [write('n1', 150)], nemesis: CUT }))).toEqual(
      ['42'],
    )
  })

  it('has equal copies some time after the heal, when copies are compared', () => {
    const settings = leader({ repairMs: 30, whenCutOff: 'answer' })
    const operations = [
      write('n1', 100),
      { ...write('n3', 120, 'c2'), body: { kind: 'write', value: 7 } },
    ]
    const { events } = run({ settings, operations, nemesis: CUT_THEN_HEALED })
    const held = new Map<string, string>()
    for (const event of events) {
      if (event.kind === 'observe' && event.fields.copies !== undefined) {
        held.set(event.node, registerStateLabel(event.fields))
      }
    }
    // Both are version 1, and n3 is the later name.
    expect([...held.values()]).toEqual(['7', '7', '7'])
  })
})

describe('without a leader', () => {
  it('R + W > N is linearizable with asked versions and repair before the answer', () => {
    for (const seed of SEEDS) {
      for (const nemesis of [[], CUT, CUT_THEN_HEALED]) {
        const trace = run({ settings: leaderless(), operations: BUSY, nemesis, seed })
        expect(isLinearizable(trace)).toBe(true)
      }
    }
  })

  it.each([
    ['R + W = N', leaderless({ r: 1 })],
    ['no repair', leaderless({ readRepair: 'none' })],
  ])('is not linearizable with %s', (_what, settings) => {
    const verdicts = SEEDS.map((seed) =>
      isLinearizable(run({ settings, operations: BUSY, seed, delayMs: [2, 40] })),
    )
    expect(verdicts).toContain(false)
  })

  it('loses the write of a node that counts alone and missed others', () => {
    const settings = leaderless({ versions: 'counter' })
    const operations = [
      { ...write('n1', 100), body: { kind: 'write', value: 1 } },
      { ...write('n1', 200), body: { kind: 'write', value: 2 } },
      { ...write('n3', 400, 'c2'), body: { kind: 'write', value: 3 } },
      read('n1', 500, 'c3'),
    ]
    const trace = run({ settings, operations, nemesis: CUT_THEN_HEALED })
    expect(gotten(trace)).toEqual(['1', '2', '3', '2'])
    expect(isLinearizable(trace)).toBe(false)
  })

  it('loses the write of a node whose clock is behind', () => {
    const settings = leaderless({ versions: 'clock', readRepair: 'none' })
    const behind: NemesisStep = {
      at: 0,
      fault: {
        kind: 'skew',
        target: { kind: 'node', node: 'n3' },
        offsetMicros: -5_000_000,
        driftPpm: 0,
      },
    }
    const operations = [
      { ...write('n1', 60), body: { kind: 'write', value: 1 } },
      { ...write('n3', 200, 'c2'), body: { kind: 'write', value: 2 } },
      read('n1', 300, 'c3'),
    ]
    expect(gotten(run({ settings, operations, nemesis: [behind] }))).toEqual(['1', '2', '1'])
    expect(gotten(run({ settings, operations }))).toEqual(['1', '2', '2'])
  })

  it.each([
    ['answer', '0'],
    ['refuse', 'error'],
    ['wait', 'no answer'],
  ] as const)('a minority with "%s" gives %s', (whenCutOff, got) => {
    const settings = leaderless({ whenCutOff })
    const trace = run({ settings, operations: [write('n1', 100), read('n3', 160)], nemesis: CUT })
    expect(gotten(trace)).toEqual(['42', got])
  })

  it('serves from any one node with R = W = 1', () => {
    const settings = leaderless({ r: 1, w: 1, versions: 'counter', readRepair: 'none' })
    const trace = run({ settings, operations: [write('n1', 100), read('n3', 160)], nemesis: CUT })
    expect(gotten(trace)).toEqual(['42', '0'])
    expect(isLinearizable(trace)).toBe(false)
  })
})

describe('labels', () => {
  it('say what messages carry, and which of them are noise', () => {
    const copy = { value: 42, version: 1, writer: 'n1' }
    expect(registerMessageLabel(JSON.stringify({ type: 'copy', key: '', copy }))).toBe('copy 42')
    expect(registerMessageLabel(JSON.stringify({ type: 'put', key: 'x', copy }))).toBe('put x 42')
    expect(registerMessageLabel('{"type":"ask","id":1,"command":{"kind":"read"}}')).toBe('ask read')
    expect(isRegisterNoise('{"type":"beat"}')).toBe(true)
    expect(isRegisterNoise('{"type":"have","id":1}')).toBe(false)
    expect(registerStateLabel({ copies: { x: copy, y: { ...copy, value: 'a' } } })).toBe(
      'x 42, y a',
    )
    expect(registerStateLabel({})).toBe('')
  })
})
