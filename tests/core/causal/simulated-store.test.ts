/**
 * Longer histories from stores that keep a level by construction: nothing that holds is blamed,
 * and what does not hold is noticed before long.
 */
import { describe, expect, test } from 'vitest'
import { classify } from '../../../grader/core/check/levels/classify.ts'
import type { LevelId } from '../../../grader/core/check/levels/levels.ts'
import { runs } from './random-histories.ts'
import { STORE_INITIAL, type StoreKind, simulateStore } from './simulated-store.ts'

const OPTIONS = { initial: STORE_INITIAL, limits: { stepsMax: 200_000 } }

interface Store {
  readonly kind: StoreKind
  readonly operations: number
  readonly keeps: readonly LevelId[]
  readonly breaks: readonly LevelId[]
}

const SESSION_GUARANTEES: readonly LevelId[] = [
  'writes-follow-reads',
  'monotonic-writes',
  'monotonic-reads',
  'read-your-writes',
]

const STORES: readonly Store[] = [
  {
    kind: 'one-copy',
    operations: 100,
    keeps: [
      'linearizable',
      'sequential',
      'causal-memory',
      'causal-convergence',
      'weak-causal',
      'pram',
      ...SESSION_GUARANTEES,
    ],
    breaks: [],
  },
  {
    kind: 'causal-broadcast',
    operations: 60,
    keeps: ['causal-memory', 'weak-causal', 'pram', ...SESSION_GUARANTEES],
    breaks: ['linearizable', 'sequential', 'causal-convergence'],
  },
  {
    kind: 'causal-last-writer-wins',
    operations: 200,
    keeps: ['causal-convergence', 'weak-causal', ...SESSION_GUARANTEES],
    // Causal memory is broken too, but so rarely that no test can count on it.
    breaks: ['linearizable', 'sequential'],
  },
  {
    kind: 'fifo-broadcast',
    operations: 200,
    keeps: ['pram', 'monotonic-writes', 'monotonic-reads', 'read-your-writes'],
    breaks: ['weak-causal', 'causal-memory', 'causal-convergence', 'writes-follow-reads'],
  },
  {
    kind: 'gossip',
    operations: 120,
    keeps: ['monotonic-reads', 'read-your-writes'],
    breaks: ['weak-causal', 'pram', 'monotonic-writes'],
  },
  {
    kind: 'gossip-roaming',
    operations: 60,
    keeps: [],
    breaks: ['weak-causal', 'pram', 'monotonic-reads', 'read-your-writes'],
  },
]

const COUNT = 25

describe.each(STORES)('the $kind store', ({ kind, operations, keeps, breaks }) => {
  test('is blamed for what it breaks, and for nothing else', () => {
    const { numRuns } = runs(COUNT)
    const broken = new Map<LevelId, number>()
    for (let seed = 0; seed < numRuns; seed++) {
      const history = simulateStore({
        kind,
        sessions: 3 + (seed % 3),
        keys: 2 + (seed % 3),
        operations,
        seed,
        infoPermille: (seed % 3) * 100,
      })
      for (const { level, verdict } of classify(history, OPTIONS).perLevel) {
        const context = `seed ${seed}, ${level}: ${JSON.stringify(verdict)}`
        if (keeps.includes(level)) expect(verdict.verdict, context).toBe('pass')
        if (verdict.verdict === 'fail') broken.set(level, (broken.get(level) ?? 0) + 1)
      }
    }
    for (const level of breaks) {
      expect(broken.get(level) ?? 0, level).toBeGreaterThan(numRuns / 10)
    }
  })
})
