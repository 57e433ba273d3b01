/** The cart on two coasts: all merges converge, and differ in what they lose and bring back. */
import { describe, expect, it } from 'vitest'
import { cutBetween } from '#content/figures/network.ts'
import { operationsOf } from '#content/figures/operations.ts'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import { type NemesisStep, Prng, runScenario, type Trace } from '#core'
import { ClassHost } from '#systems/class-host.ts'
import { type CartCommand, type CartMerge, SharedCart } from '#systems/shared-cart/shared-cart.ts'

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)
const ITEMS = ['book', 'lamp', 'pen', 'mug', 'kettle']
const LATER_MS = 900

/** The coasts lose some of each other's news even outside of the cut. */
const LOSSY: NemesisStep = {
  at: 0,
  fault: {
    kind: 'degrade',
    from: ['n1', 'n2'],
    to: ['n1', 'n2'],
    weather: {
      lossPermille: 100,
      duplicatePermille: 100,
      delayMicrosMin: 2_000,
      delayMicrosMax: 30_000,
    },
  },
}

/** Both coasts change the cart at random, before, during and after the cut. */
function calls(seed: number): readonly FigureCall[] {
  const random = new Prng(seed, 'shoppers')
  const changes = Array.from({ length: 14 }, (_, turn): FigureCall => {
    const client = turn % 2 === 0 ? 'c1' : 'c2'
    const item = random.pick(ITEMS)
    const body: CartCommand = { kind: random.chance(330) ? 'remove' : 'add', item }
    return { atMs: 20 + 45 * turn, client, node: client === 'c1' ? 'n1' : 'n2', body }
  })
  const looks = ['1', '2'].map((place): FigureCall => {
    return { atMs: LATER_MS, client: `c${place}`, node: `n${place}`, body: { kind: 'look' } }
  })
  return [...changes, ...looks]
}

function run(merge: CartMerge, seed: number): Trace {
  const scenario = figureScenario({
    id: 'shared-cart',
    nodes: ['n1', 'n2'],
    clients: ['c1', 'c2'],
    delayMs: [2, 30],
    settings: { merge, serves: ['n1', 'n2'], items: ['book'], newsEveryMs: 25, cutOffAfterMs: 80 },
    operations: calls(seed),
    nemesis: [LOSSY, ...cutBetween([['n1'], ['n2']], { fromMs: 150, toMs: 550 })],
    lengthMs: 1_000,
  })
  const host = new ClassHost(SharedCart)
  const { result, trace } = runScenario({ scenario, claims: [], seed, host, keepTrace: true })
  expect(result.outcome).toEqual({ kind: 'pass' })
  if (trace === undefined) throw new Error('the trace was asked for')
  return trace
}

function cartsAtEnd(trace: Trace): readonly (readonly string[])[] {
  return operationsOf(trace)
    .filter(({ startedAt, outcome }) => startedAt >= LATER_MS * 1_000 && outcome === 'ok')
    .map(({ answer }) => answer as readonly string[])
}

/** Items that were added by somebody and never removed by anybody. */
function neverRemoved(trace: Trace): readonly string[] {
  const commands = operationsOf(trace)
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ command }) => command as unknown as CartCommand)
  const of = (kind: string) =>
    commands.flatMap((command) =>
      command.kind === kind && 'item' in command ? [command.item] : [],
    )
  const removed = new Set(of('remove'))
  return [...new Set(of('add'))].filter((item) => !removed.has(item))
}

describe.each(['latest', 'union', 'observed'] as const)('%s', (merge) => {
  it('ends with the same cart on both coasts', () => {
    for (const seed of SEEDS) {
      const [east, west] = cartsAtEnd(run(merge, seed))
      expect(east).toEqual(west)
    }
  })
})

describe('what is lost', () => {
  it.each(['union', 'observed'] as const)('is no item that nobody removed: %s', (merge) => {
    for (const seed of SEEDS) {
      const trace = run(merge, seed)
      const [cart] = cartsAtEnd(trace)
      expect(cart).toEqual(expect.arrayContaining([...neverRemoved(trace)]))
    }
  })

  it('is a whole side with the latest cart, in some runs', () => {
    const lost = SEEDS.filter((seed) => {
      const trace = run('latest', seed)
      const [cart = []] = cartsAtEnd(trace)
      return neverRemoved(trace).some((item) => !cart.includes(item))
    })
    expect(lost.length).toBeGreaterThan(0)
  })
})

describe('a node that is cut off and does not serve', () => {
  it('refuses, and serves again after the heal', () => {
    const scenario = figureScenario({
      id: 'shared-cart-refuses',
      nodes: ['n1', 'n2'],
      clients: ['c2'],
      delayMs: [2, 10],
      settings: {
        merge: 'observed',
        serves: ['n1'],
        items: ['book'],
        newsEveryMs: 25,
        cutOffAfterMs: 80,
      },
      operations: [300, 600].map((atMs) => ({
        atMs,
        client: 'c2',
        node: 'n2',
        body: { kind: 'look' },
      })),
      nemesis: cutBetween([['n1'], ['n2']], { fromMs: 100, toMs: 500 }),
      lengthMs: 700,
    })
    const host = new ClassHost(SharedCart)
    const { trace } = runScenario({ scenario, claims: [], seed: 1, host, keepTrace: true })
    if (trace === undefined) throw new Error('the trace was asked for')
    expect(operationsOf(trace).map(({ outcome }) => outcome)).toEqual(['fail', 'ok'])
  })
})
