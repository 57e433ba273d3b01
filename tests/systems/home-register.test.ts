/** The home register keeps what its header promises on a hostile network, and nothing more. */
import { describe, expect, it } from 'vitest'
import { cutBetween } from '#content/figures/network.ts'
import { allAnswered, operationsOf } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import { type NemesisStep, runScenario, type Trace } from '#core'
import { ClassHost } from '#systems/class-host.ts'
import {
  COPIES_OF_HOME,
  HomeRegister,
  type HomeSettings,
} from '#systems/home-register/home-register.ts'

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const NODES = ['n1', 'n2', 'n3']

/** A client at every node writes and reads in turn, values that occur once. */
const BUSY: readonly FigureCall[] = NODES.flatMap((node, place) =>
  Array.from({ length: 8 }, (_, turn): FigureCall => {
    const value = 10 * (place + 1) + turn
    return {
      atMs: 20 + 70 * turn + 23 * place,
      client: `c${place + 1}`,
      node,
      body: turn % 2 === 0 ? { kind: 'write', value } : { kind: 'read' },
      timeoutMs: 200,
    }
  }),
)

const CUT = cutBetween([['n1', 'n2'], ['n3']], { fromMs: 150, toMs: 400 })

function run(
  rules: Partial<HomeSettings>,
  seed: number,
  {
    nemesis = CUT,
    lossPermille = 100,
  }: { nemesis?: readonly NemesisStep[]; lossPermille?: number } = {},
): Trace {
  const scenario = figureScenario({
    id: 'home-register',
    nodes: NODES,
    clients: ['c1', 'c2', 'c3'],
    delayMs: [2, 40],
    settings: { ...COPIES_OF_HOME, initial: 0, patienceMs: 60, ...rules },
    operations: BUSY,
    nemesis,
    lossPermille,
    lengthMs: 900,
  })
  const host = new ClassHost(HomeRegister)
  const { result, trace } = runScenario({ scenario, claims: [], seed, host, keepTrace: true })
  expect(result.outcome).toEqual({ kind: 'pass' })
  if (trace === undefined) throw new Error('the trace was asked for')
  return trace
}

const isLinearizable = (trace: Trace) => judgeLinearizable(trace, 0).holds
const isAnswered = (trace: Trace) => allAnswered(operationsOf(trace))

describe('writes at home and reads at home', () => {
  it.each([
    ['alone', 'wait'],
    ['alone', 'refuse'],
    ['majority', 'wait'],
    ['majority', 'refuse'],
  ] as const)('is linearizable on any network: %s, %s', (commit, whenSilent) => {
    for (const seed of SEEDS) {
      expect(isLinearizable(run({ reads: 'home', commit, whenSilent }, seed))).toBe(true)
    }
  })

  it('is not when a node that waited long enough answers by itself', () => {
    const runs = SEEDS.map((seed) => run({ reads: 'home', whenSilent: 'answer' }, seed))
    expect(runs.every(isLinearizable)).toBe(false)
  })

  it('leaves clients of a node that is cut off without an answer', () => {
    for (const seed of SEEDS) {
      expect(isAnswered(run({ reads: 'home' }, seed, { lossPermille: 0 }))).toBe(false)
    }
  })
})

describe('reads from copies', () => {
  it('are stale on a whole network that loses nothing', () => {
    const calm = { nemesis: [], lossPermille: 0 }
    const runs = SEEDS.map((seed) => run({ reads: 'copy', whenSilent: 'wait' }, seed, calm))
    expect(runs.every(isAnswered)).toBe(true)
    expect(runs.every(isLinearizable)).toBe(false)
  })

  it('with writes anywhere answer everybody in a cut', () => {
    for (const seed of SEEDS) {
      const trace = run({ reads: 'copy', writes: 'anywhere' }, seed, { lossPermille: 0 })
      expect(isAnswered(trace)).toBe(true)
    }
  })

  it('end for a node that has not heard home for too long', () => {
    const rules = { reads: 'copy', beatMs: 30, goneAfterMs: 120 } as const
    const refusals = operationsOf(run(rules, 1, { lossPermille: 0 })).filter(
      ({ outcome, answer }) => outcome === 'fail' && answer === 'out of touch with home',
    )
    expect(refusals.length).toBeGreaterThan(0)
    expect(refusals.every(({ node }) => node === 'n3')).toBe(true)
  })
})

describe('commit by majority', () => {
  it('confirms no write while home is alone', () => {
    const alone = cutBetween([['n1'], ['n2', 'n3']], { fromMs: 0 })
    for (const seed of SEEDS) {
      const trace = run({ commit: 'majority' }, seed, { nemesis: alone, lossPermille: 0 })
      const writes = operationsOf(trace).filter(
        ({ command, outcome }) => outcome === 'ok' && JSON.stringify(command).includes('write'),
      )
      expect(writes).toEqual([])
    }
  })
})
