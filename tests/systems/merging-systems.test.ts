/**
 * The models behind the figures on merging and on selling what is scarce keep what they promise,
 * over many seeds, and break it where their weaker settings say so.
 */
import { describe, expect, it } from 'vitest'
import type { Json } from '#core'
import { MergingCounter } from '#systems/merging-counter/merging-counter.ts'
import { MergingSet } from '#systems/merging-set/merging-set.ts'
import { SeatShares } from '#systems/seat-shares/seat-shares.ts'
import { ShopStock } from '#systems/shop-stock/shop-stock.ts'
import { operationsOf } from '../../content/figures/operations.ts'
import { runWorkload, seedsThatHold, type Workload } from './run-system.ts'

const SEEDS = 40
const NODES = ['n1', 'n2', 'n3']

describe('the merging counter', () => {
  const totals = (merge: string, seed: number) => {
    const workload: Workload = {
      nodes: NODES,
      clients: ['c1', 'c2', 'c3'],
      operationsPerClient: 4,
      settings: { merge, initial: 2 },
      lossPermille: 200,
      next: (_, client) => ({ node: client.replace('c', 'n'), body: { kind: 'add', value: 1 } }),
    }
    const trace = runWorkload(MergingCounter, workload, seed)
    const last = new Map<string, Json>()
    for (const event of trace.events) {
      if (event.kind === 'observe' && 'total' in event.fields) {
        last.set(event.node, event.fields['total'] ?? null)
      }
    }
    const done = trace.events.filter(({ kind }) => kind === 'request').length
    return { agree: new Set(last.values()).size === 1, all: last.get('n1') === 2 + done }
  }

  it('agrees on every addition when it counts per node', () => {
    expect(seedsThatHold(SEEDS, (seed) => totals('per-node', seed).all)).toBe(SEEDS)
  })

  it('agrees and loses additions when the last writer wins', () => {
    expect(seedsThatHold(SEEDS, (seed) => totals('stamp', seed).agree)).toBe(SEEDS)
    expect(seedsThatHold(SEEDS, (seed) => totals('stamp', seed).all)).toBeLessThan(SEEDS)
  })

  it('need not agree when the last arrival wins', () => {
    expect(seedsThatHold(SEEDS, (seed) => totals('arrival', seed).agree)).toBeLessThan(SEEDS)
  })
})

describe('the shop', () => {
  const sold = (look: string, sell: string, seed: number) => {
    const workload: Workload = {
      nodes: NODES,
      clients: ['c1', 'c2', 'c3', 'c4'],
      operationsPerClient: 2,
      settings: { stock: 3, look, sell, checkoutMs: 30 },
      next: (random) => ({ node: `n${random.between(2, 3)}`, body: { kind: 'buy' } }),
    }
    const operations = operationsOf(runWorkload(ShopStock, workload, seed))
    return operations.filter(({ answer }) => answer === 'sold').length
  }

  it('sells no more than there is when sales are conditional, however old the look', () => {
    for (const look of ['fresh', 'copy']) {
      expect(seedsThatHold(SEEDS, (seed) => sold(look, 'conditional', seed) <= 3)).toBe(SEEDS)
    }
  })

  it('oversells when fronts write what they computed, however fresh the look', () => {
    expect(seedsThatHold(SEEDS, (seed) => sold('fresh', 'write', seed) <= 3)).toBeLessThan(SEEDS)
  })
})

describe('the merging set', () => {
  const lists = (merge: string, seed: number) => {
    const workload: Workload = {
      nodes: NODES,
      clients: ['c1', 'c2', 'c3'],
      operationsPerClient: 4,
      settings: { merge, initial: ['book'] },
      lossPermille: 200,
      next: (random, client) => ({
        node: client.replace('c', 'n'),
        body: {
          kind: random.between(0, 2) === 0 ? 'remove' : 'add',
          value: ['book', 'lamp', 'mug'][random.between(0, 2)] ?? 'mug',
        },
      }),
    }
    const last = new Map<string, string>()
    for (const event of runWorkload(MergingSet, workload, seed).events) {
      if (event.kind !== 'observe' || !('list' in event.fields)) continue
      last.set(event.node, JSON.stringify(event.fields['list']))
    }
    return new Set(last.values()).size
  }

  it('ends with the same list everywhere, whatever was added and removed where', () => {
    expect(seedsThatHold(SEEDS, (seed) => lists('tags', seed) === 1)).toBe(SEEDS)
    expect(seedsThatHold(SEEDS, (seed) => lists('whole', seed) === 1)).toBe(SEEDS)
  })
})

describe('the seats', () => {
  const sold = (policy: string, seed: number) => {
    const workload: Workload = {
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2', 'c3', 'c4'],
      operationsPerClient: 2,
      settings: { seats: 4, policy, patienceMs: 100 },
      lossPermille: 150,
      next: (random) => ({ node: `n${random.between(1, 2)}`, body: { kind: 'buy' } }),
    }
    const events = runWorkload(SeatShares, workload, seed).events
    return events.filter((event) => event.kind === 'reply' && event.outcome === 'ok').length
  }

  it.each(['home', 'shares'])(
    'are never sold twice under %s, though messages are lost',
    (policy) => {
      expect(seedsThatHold(SEEDS, (seed) => sold(policy, seed) <= 4)).toBe(SEEDS)
    },
  )

  it('are sold twice when both cities sell from their count', () => {
    expect(seedsThatHold(SEEDS, (seed) => sold('both', seed) <= 4)).toBeLessThan(SEEDS)
  })
})
