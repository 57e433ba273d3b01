/**
 * The checkers against a plain search for the same bad patterns, on histories that are long
 * enough for chains of causes, for many timed-out writes and for beliefs that follow from
 * beliefs.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type History, type Json, Prng } from '#core'
import {
  checkCausalConvergence,
  checkCausalMemory,
  checkPram,
  checkWeakCausal,
} from '../../../grader/core/check/causal/check-causal.ts'
import { judgeByPatterns } from './naive-patterns.ts'
import { runs } from './random-histories.ts'
import { STORE_INITIAL, type StoreKind, simulateStore } from './simulated-store.ts'

const OPTIONS = { initial: STORE_INITIAL }
const LIMITS = { stepsMax: 1_000_000 }

const KINDS: readonly StoreKind[] = [
  'causal-broadcast',
  'causal-last-writer-wins',
  'fifo-broadcast',
  'gossip',
]

/** A history of some store, with a few answers changed for others. */
const histories = fc
  .record({
    seed: fc.nat(),
    kind: fc.constantFrom(...KINDS),
    sessions: fc.integer({ min: 2, max: 5 }),
    keys: fc.integer({ min: 1, max: 3 }),
    operations: fc.integer({ min: 8, max: 32 }),
    infoPermille: fc.constantFrom(0, 300),
    changes: fc.nat({ max: 2 }),
  })
  .map(({ changes, ...options }) => {
    const prng = new Prng(options.seed, 'changes')
    let history = simulateStore(options)
    for (let left = changes; left > 0; left--) history = changed(history, prng)
    return history
  })

function changed(history: History, prng: Prng): History {
  const reads = history.operations.filter(({ f }) => f === 'read')
  if (reads.length === 0) return history
  const read = prng.pick(reads)
  const values: Json[] = [STORE_INITIAL]
  for (const { id, f, key, input } of history.operations) {
    if (f === 'write' && key === read.key && id < read.id) values.push(input)
  }
  const output = prng.pick(values)
  return {
    operations: history.operations.map((each) => (each === read ? { ...each, output } : each)),
  }
}

test('agree with a plain search for the patterns', () => {
  const seen = new Map<string, number>()
  const plan = runs(600)
  fc.assert(
    fc.property(histories, (history) => {
      const verdicts = {
        weakCausal: checkWeakCausal(history, OPTIONS).verdict === 'pass',
        causalConvergence: checkCausalConvergence(history, OPTIONS).verdict === 'pass',
        causalMemory: checkCausalMemory(history, OPTIONS, LIMITS).verdict === 'pass',
        pram: checkPram(history, OPTIONS, LIMITS).verdict === 'pass',
      }
      expect(verdicts).toEqual(judgeByPatterns(history, STORE_INITIAL))
      const { weakCausal, causalConvergence, causalMemory, pram } = verdicts
      const combination = [weakCausal, causalConvergence, causalMemory, pram].map(Number).join('')
      seen.set(combination, (seen.get(combination) ?? 0) + 1)
    }),
    plan,
  )
  // Nothing at all, weak causal consistency alone, all but convergence, and everything.
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['0000', '1000', '1011', '1111']))
})
