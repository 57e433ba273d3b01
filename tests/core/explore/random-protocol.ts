/** Small random protocols and scopes for differential tests: finite, and otherwise without sense. */
import fc from 'fast-check'
import { type Effect, type HandlerCall, type Json, nodeIds, Prng } from '#core'
import type { Scope } from '../../../grader/core/explore/scope.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { sendTo, setTimer, type ToyNode } from './toy-host.ts'

/** What a random node remembers: something, and how often it may still do anything. */
interface Memory {
  readonly mood: number
  readonly workLeft: number
}

/** A node whose every reaction is drawn from the seed, what it remembers and the call. */
export function randomNode(seed: number, work: number): ToyNode {
  return (memory, call, config) => {
    const { mood, workLeft } = (memory ?? { mood: 0, workLeft: work }) as unknown as Memory
    const { config: _none, ...said } = { config: null, ...call } as Record<string, Json>
    const disk = call.kind === 'start' ? JSON.stringify(Object.entries(config.disk).sort()) : ''
    const label = `${config.id} ${mood} ${workLeft} ${disk} ${JSON.stringify(said)}`
    const prng = new Prng(seed, label)
    const effects = workLeft === 0 ? [] : randomEffects(prng, call, config.id)
    const next = { mood: prng.between(0, 1), workLeft: Math.max(0, workLeft - 1) }
    return { memory: next, effects }
  }
}

function randomEffects(prng: Prng, call: HandlerCall, id: string): readonly Effect[] {
  const count = prng.between(0, 3)
  return Array.from({ length: count }, () => {
    const other = id === 'n1' ? 'n2' : 'n1'
    const value = prng.between(0, 1)
    const effects: readonly Effect[] = [
      sendTo(other, value),
      setTimer('a', prng.pick([1, 2])),
      setTimer('b', prng.pick([1, 2])),
      { kind: 'cancel-timer', name: 'a' },
      { kind: 'write', key: prng.pick(['x', 'y']), value: String(value) },
      { kind: 'sync' },
      { kind: 'observe', fields: { seen: value } },
      call.kind === 'request'
        ? { kind: 'reply', operation: call.operation, outcome: 'ok', body: String(value) }
        : { kind: 'note', text: 'nothing to answer' },
    ]
    return prng.pick(effects)
  })
}

const few = fc.integer({ min: 0, max: 1 })

const cuts = [
  { label: 'n1 > n2', links: [{ from: 'n1', to: 'n2' }] },
  {
    label: 'c1 | n1',
    links: [
      { from: 'c1', to: 'n1' },
      { from: 'n1', to: 'c1' },
    ],
  },
]

/** Scopes of two nodes, with all that a scope can have in small numbers. */
export const randomScopes: fc.Arbitrary<Scope> = fc
  .record({
    network: fc.constantFrom('any-order', 'fifo'),
    timers: fc.constantFrom('any-order', 'by-duration'),
    operationCount: fc.integer({ min: 0, max: 2 }),
    cutCount: fc.integer({ min: 0, max: 2 }),
    faults: fc.record({ losses: few, duplicates: few, crashes: few, cuts: few, giveUps: few }),
  })
  .map(({ operationCount, cutCount, ...parts }) =>
    scopeOf(2, {
      ...parts,
      operations: Array.from({ length: operationCount }, (_, index) => ({
        client: 'c1',
        node: nodeIds(2)[index] ?? 'n1',
        body: index,
      })),
      cuts: cuts.slice(0, cutCount),
    }),
  )
