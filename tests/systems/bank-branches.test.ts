/** The account at two branches: which policies keep it above zero, and which answer everybody. */
import { describe, expect, it } from 'vitest'
import { cutBetween } from '#content/figures/network.ts'
import { allAnswered, operationsOf } from '#content/figures/operations.ts'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import { runScenario, type Trace } from '#core'
import {
  type BankAnswer,
  BankBranch,
  type BranchPolicy,
} from '#systems/bank-branches/bank-branches.ts'
import { ClassHost } from '#systems/class-host.ts'

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)
const OPENING = 1_000
/** Long after the heal, when both have had each other's news. */
const AUDIT_MS = 900

const CALLS: readonly FigureCall[] = [
  ...[120, 200, 330, 410].map((amount, turn) => withdrawal('n1', turn, amount)),
  ...[150, 260, 310, 90].map((amount, turn) => withdrawal('n2', turn, amount)),
  { atMs: AUDIT_MS, client: 'c1', node: 'n1', body: { kind: 'balance' } },
  { atMs: AUDIT_MS, client: 'c2', node: 'n2', body: { kind: 'balance' } },
]

function withdrawal(node: 'n1' | 'n2', turn: number, amount: number): FigureCall {
  const client = node === 'n1' ? 'c1' : 'c2'
  const atMs = 30 + 100 * turn
  return { atMs, client, node, body: { kind: 'withdraw', amount }, timeoutMs: 150 }
}

function run(policy: BranchPolicy, seed: number, lossPermille: number): Trace {
  const scenario = figureScenario({
    id: 'bank-branches',
    nodes: ['n1', 'n2'],
    clients: ['c1', 'c2'],
    delayMs: [2, 20],
    settings: { policy, opening: OPENING, patienceMs: 50 },
    operations: CALLS,
    nemesis: cutBetween([['n1'], ['n2']], { fromMs: 60, toMs: 420 }),
    lossPermille,
    lengthMs: 1_000,
  })
  const host = new ClassHost(BankBranch)
  const { result, trace } = runScenario({ scenario, claims: [], seed, host, keepTrace: true })
  expect(result.outcome).toEqual({ kind: 'pass' })
  if (trace === undefined) throw new Error('the trace was asked for')
  return trace
}

/** What both branches hold at the end, by what they show. */
function balances(trace: Trace): readonly number[] {
  const last = new Map<string, number>()
  for (const event of trace.events) {
    if (event.kind !== 'observe') continue
    last.set(event.node, Number(event.fields['balance']))
  }
  return [...last.values()]
}

function paidOut(trace: Trace): number {
  const paid = operationsOf(trace).filter(
    ({ outcome, answer }) => outcome === 'ok' && (answer as unknown as BankAnswer).isPaid,
  )
  return paid.reduce((sum, { command }) => sum + (command as { amount: number }).amount, 0)
}

describe.each(['refuse', 'wait', 'allowance'] as const)('%s', (policy) => {
  it('never overdraws the account, whatever is lost', () => {
    for (const seed of SEEDS) {
      for (const lossPermille of [0, 200]) {
        const trace = run(policy, seed, lossPermille)
        expect(paidOut(trace)).toBeLessThanOrEqual(OPENING)
        for (const balance of balances(trace)) expect(balance).toBeGreaterThanOrEqual(0)
      }
    }
  })
})

describe('pay', () => {
  it('answers everybody and overdraws', () => {
    const runs = SEEDS.map((seed) => run('pay', seed, 0))
    expect(runs.every((trace) => allAnswered(operationsOf(trace)))).toBe(true)
    expect(runs.every((trace) => paidOut(trace) > OPENING)).toBe(true)
  })
})

describe('who is answered in the cut', () => {
  it('is everybody with an allowance', () => {
    for (const seed of SEEDS)
      expect(allAnswered(operationsOf(run('allowance', seed, 0)))).toBe(true)
  })

  it.each(['refuse', 'wait'] as const)('is not everybody with %s', (policy) => {
    for (const seed of SEEDS) expect(allAnswered(operationsOf(run(policy, seed, 0)))).toBe(false)
  })
})

describe('after the heal', () => {
  it.each(['pay', 'refuse', 'wait', 'allowance'] as const)('both branches agree: %s', (policy) => {
    for (const seed of SEEDS) {
      const [one, other] = balances(run(policy, seed, 0))
      expect(one).toBe(other)
    }
  })
})
