/**
 * The models behind the figures on consistency models keep what they promise, over many seeds,
 * and break it where their weaker settings say so.
 */
import { describe, expect, it } from 'vitest'
import type { Json, LEVELS, Prng } from '#core'
import { BoundedStore } from '#systems/leader-store/bounded-store.ts'
import { LeaderStore } from '#systems/leader-store/leader-store.ts'
import { QuorumRegister } from '#systems/quorum-register/quorum-register.ts'
import { SessionStore } from '#systems/session-store/session-store.ts'
import { slowLinks } from '../../content/figures/network.ts'
import { operationsOf, type RunOperation } from '../../content/figures/operations.ts'
import { classifyRegisters, keepsLevel } from '../../content/figures/register-judgement.ts'
import { MS, runWorkload, seedsThatHold, type Workload } from './run-system.ts'

const SEEDS = 40
const NODES = ['n1', 'n2', 'n3']

type LevelName = (typeof LEVELS)[number]['id']

/** Values are numbers from 1 on, each written once. */
function values() {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

/** A read or a write of x or y; `extra` is added to it. */
function readOrWrite(random: Prng, write: number, extra: Json = {}): Json {
  const key = random.between(0, 1) === 0 ? 'x' : 'y'
  const command =
    random.between(0, 1) === 0 ? { kind: 'read', key } : { kind: 'write', key, value: write }
  return { ...command, ...(extra as object) }
}

function kept(level: LevelName, run: (seed: number) => ReturnType<typeof runWorkload>): number {
  return seedsThatHold(SEEDS, (seed) => keepsLevel(classifyRegisters(run(seed), 0), level))
}

describe('the quorum register', () => {
  const run = (writesBack: boolean) => (seed: number) => {
    const value = values()
    const workload: Workload = {
      nodes: NODES,
      clients: ['c1', 'c2', 'c3', 'c4'],
      operationsPerClient: 14,
      settings: { initial: 0, writesBack },
      lossPermille: 50,
      next: (random, client) =>
        client === 'c1'
          ? { node: 'n1', body: { kind: 'write', value: value() } }
          : { node: NODES[random.between(0, 2)] ?? 'n1', body: { kind: 'read' } },
    }
    return runWorkload(QuorumRegister, workload, seed)
  }

  it('is linearizable when reads write back, though messages are lost', () => {
    expect(kept('linearizable', run(true))).toBe(SEEDS)
  })

  it('is not when they do not', () => {
    expect(kept('linearizable', run(false))).toBeLessThan(SEEDS)
  })
})

describe('the leader store', () => {
  const run = (from: 'copy' | 'leader', clients: 'stay' | 'move') => (seed: number) => {
    const value = values()
    const bodyOf = (client: string, random: Prng, next: number): Json => {
      if (client === 'c1') return { kind: 'write', key: 'x', value: next }
      return client === 'c2'
        ? readOrWrite(random, next, { from })
        : { kind: 'read', key: 'x', from }
    }
    const workload: Workload = {
      nodes: NODES,
      clients: ['c1', 'c2', 'c3'],
      operationsPerClient: 7,
      settings: {},
      nemesis: [slowLinks({ from: ['n1'], to: ['n3'], delayMs: 180 })],
      lossPermille: 20,
      next: (random, client) => ({
        node: clients === 'stay' ? client.replace('c', 'n') : (NODES[random.between(0, 2)] ?? 'n1'),
        body: bodyOf(client, random, value()),
      }),
    }
    return runWorkload(LeaderStore, workload, seed)
  }

  it('is linearizable when reads ask the leader', () => {
    expect(kept('linearizable', run('leader', 'move'))).toBe(SEEDS)
  })

  it('is sequentially consistent for clients that stay, and not linearizable', () => {
    expect(kept('sequential', run('copy', 'stay'))).toBe(SEEDS)
    expect(kept('linearizable', run('copy', 'stay'))).toBeLessThan(SEEDS)
  })

  it('takes clients that move back in time', () => {
    expect(kept('monotonic-reads', run('copy', 'move'))).toBeLessThan(SEEDS)
  })
})

/** The values whose writes had been acknowledged by then. */
function writtenBefore(operations: readonly RunOperation[], at: number): readonly number[] {
  return operations
    .filter(({ outcome, endedAt = Number.POSITIVE_INFINITY }) => outcome === 'ok' && endedAt < at)
    .filter(({ client }) => client === 'c1')
    .map(({ answer }) => Number(answer))
}

describe('the bounded store', () => {
  const run = (keeper: string, seed: number) => {
    const value = values()
    const workload: Workload = {
      nodes: NODES,
      clients: ['c1', 'c2'],
      operationsPerClient: 8,
      settings: { keeper, ageMsMax: 120, versionsMax: 2 },
      lossPermille: 100,
      next: (_, client) =>
        client === 'c1'
          ? { node: 'n1', body: { kind: 'write', key: 'x', value: value() } }
          : { node: 'n3', body: { kind: 'read', key: 'x', from: 'copy' } },
    }
    return operationsOf(runWorkload(BoundedStore, workload, seed))
  }

  it('never lets a copy lack more versions than the writer allows', () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const operations = run('writer', seed)
      for (const { client, startedAt, answer } of operations) {
        if (client !== 'c2' || answer === null) continue
        const missed = writtenBefore(operations, startedAt).filter(
          (value) => value > Number(answer),
        )
        expect(missed.length).toBeLessThanOrEqual(2)
      }
    }
  })

  it('never answers from a copy that is older than the reader allows', () => {
    let refused = 0
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const operations = run('reader', seed)
      for (const { client, startedAt, outcome, answer } of operations) {
        if (outcome === 'fail') refused += 1
        if (client !== 'c2' || answer === null || outcome === 'fail') continue
        const missed = writtenBefore(operations, startedAt - 120 * MS)
        expect(Math.max(0, ...missed)).toBeLessThanOrEqual(Number(answer))
      }
    }
    expect(refused).toBeGreaterThan(0)
  })
})

describe('the session store', () => {
  const run = (causes: string, isSticky: boolean) => (seed: number) => {
    const value = values()
    const gate = causes === 'session' ? ['gate'] : []
    const workload: Workload = {
      nodes: [...gate, ...NODES],
      clients: ['c1', 'c2', 'c3'],
      operationsPerClient: 14,
      settings: { causes, order: 'stamp' },
      next: (random, client) => {
        const node = isSticky ? client.replace('c', 'n') : (NODES[random.between(0, 2)] ?? 'n1')
        const body = readOrWrite(random, value(), gate.length > 0 ? { via: node } : {})
        return { node: gate[0] ?? node, body }
      },
    }
    return runWorkload(SessionStore, workload, seed)
  }
  const GUARANTEES = [
    'read-your-writes',
    'monotonic-reads',
    'monotonic-writes',
    'writes-follow-reads',
  ] as const

  it('is causal, and converges, for clients that stay with a replica', () => {
    expect(kept('causal-memory', run('replica', true))).toBe(SEEDS)
    expect(kept('causal-convergence', run('replica', true))).toBe(SEEDS)
    expect(kept('sequential', run('replica', true))).toBeLessThan(SEEDS)
  })

  it.each(GUARANTEES)('keeps %s for sessions that move with a token, and not without', (level) => {
    expect(kept(level, run('session', false))).toBe(SEEDS)
    if (level !== 'monotonic-writes') {
      expect(kept(level, run('nobody', false))).toBeLessThan(SEEDS)
    }
  })
})
