/**
 * The promises of the models with several operations or policies, each on networks that cut,
 * clog and pause: a shop that sells what it has, offices that never sell a seat twice, and a
 * register that is linearizable with the reads that say so.
 */
import { describe, expect, it } from 'vitest'
import type { FaultKind } from '#core'
import type { NodeClass } from '#systems/class-host.ts'
import { SeatShares } from '#systems/seat-shares/seat-shares.ts'
import { ShopStore } from '#systems/shop-store/shop-store.ts'
import { WanRegister } from '#systems/wan-register/wan-register.ts'
import { operationsOf, type RunOperation } from '../../content/figures/operations.ts'
import { judgeLinearizable } from '../../content/figures/register-judgement.ts'
import { runSwarm, type Swarm } from './run-swarm.ts'

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const NODES = ['n1', 'n2', 'n3']
const FAULTS: readonly FaultKind[] = ['partition', 'one-way', 'isolate', 'flap', 'pause', 'degrade']

type Parts = Pick<Swarm, 'nodes' | 'settings' | 'body'>

/** Messages come once: these models resend nothing, and so cannot tell a copy. */
function run(nodeClass: NodeClass, parts: { readonly seed: number } & Parts) {
  const { seed, ...swarm } = parts
  return runSwarm(
    nodeClass,
    { ...swarm, faults: FAULTS, duplicatePermille: 0, timeoutMs: 140 },
    seed,
  )
}

function isOk({ outcome }: RunOperation): boolean {
  return outcome === 'ok'
}

describe('a register with a fixed leader', () => {
  const registerRun = (seed: number, reads: string) =>
    run(WanRegister, {
      seed,
      nodes: NODES,
      settings: { leader: 'n1', commit: 'majority', reads, initial: 0 },
      body: (turn, index) =>
        (turn + index) % 3 === 0 ? { kind: 'write', value: turn * 10 + index } : { kind: 'read' },
    })

  it.each(['lease', 'index'])('is linearizable with reads by %s', (reads) => {
    for (const seed of SEEDS) {
      expect(judgeLinearizable(registerRun(seed, reads), 0).message, `seed ${seed}`).toBe('')
    }
  })

  it('is not with reads from the copy', () => {
    const verdicts = SEEDS.map((seed) => judgeLinearizable(registerRun(seed, 'copy'), 0).holds)
    expect(verdicts).toContain(false)
  })
})

describe('the shop', () => {
  const STOCK = 5
  const shopRun = (seed: number) =>
    run(ShopStore, {
      seed,
      nodes: NODES,
      settings: { price: 10, stock: STOCK },
      body: (turn, index) =>
        [{ kind: 'pay' }, { kind: 'browse' }, { kind: 'add', item: `item ${turn}` }][
          (turn + index) % 3
        ] ?? null,
    })

  it('never sells more than there is', () => {
    for (const seed of SEEDS) {
      const operations = operationsOf(shopRun(seed))
      const kindOf = ({ command }: RunOperation) => (command as { readonly kind: string }).kind
      const sold = operations.filter((each) => kindOf(each) === 'pay' && isOk(each))
      expect(sold.length, `seed ${seed}`).toBeLessThanOrEqual(STOCK)
    }
  })

  it('answers looks and carts at once whenever the node runs', () => {
    const trace = run(ShopStore, {
      seed: 1,
      nodes: NODES,
      settings: { price: 10, stock: STOCK },
      body: (turn) => (turn % 2 === 0 ? { kind: 'browse' } : { kind: 'add', item: 'lamp' }),
    })
    const replied = new Set(
      trace.events.flatMap((event) => (event.kind === 'reply' ? [event.operation] : [])),
    )
    for (const event of trace.events) {
      if (event.kind === 'request') expect(replied).toContain(event.operation)
    }
  })
})

describe('two offices with the same seats', () => {
  const SEATS = 6
  const soldWith = (policy: string, seed: number) =>
    operationsOf(
      run(SeatShares, {
        seed,
        nodes: ['n1', 'n2'],
        settings: { policy, seats: SEATS, patienceMs: 60 },
        body: () => ({ kind: 'buy' }),
      }),
    ).filter(isOk).length

  it.each(['home', 'shares'])('never sell a seat twice under %s', (policy) => {
    for (const seed of SEEDS) {
      expect(soldWith(policy, seed), `seed ${seed}`).toBeLessThanOrEqual(SEATS)
    }
  })

  it('sell too many when each sells on', () => {
    expect(Math.max(...SEEDS.map((seed) => soldWith('both', seed)))).toBeGreaterThan(SEATS)
  })
})
