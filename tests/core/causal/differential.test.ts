/**
 * The checkers of causal consistency and of session guarantees against the definitions, tried out
 * by brute force on small random histories. NETSPLIT_FUZZ=50 runs fifty times as many.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '#core'
import {
  checkCausalConvergence,
  checkCausalMemory,
  checkPram,
  checkWeakCausal,
} from '../../../grader/core/check/causal/check-causal.ts'
import type { HistoryVerdict } from '../../../grader/core/check/history-verdict.ts'
import {
  checkMonotonicReads,
  checkMonotonicWrites,
  checkReadYourWrites,
  checkWritesFollowReads,
} from '../../../grader/core/check/sessions/check-sessions.ts'
import {
  bruteForcePram,
  byDefinition,
  causalConvergenceModel,
  causalMemoryModel,
  literally,
  weakCausalModel,
} from './brute-causal.ts'
import {
  bruteForceMonotonicReads,
  bruteForceMonotonicWrites,
  bruteForceReadYourWrites,
  bruteForceWritesFollowReads,
} from './brute-sessions.ts'
import { INITIAL_VALUE, repetitive, runs, smallHistories } from './random-histories.ts'

const OPTIONS = { initial: INITIAL_VALUE }
const LIMITS = { stepsMax: 100_000 }

interface Pair {
  readonly name: string
  readonly check: (history: History) => HistoryVerdict
  readonly twin: (history: History) => boolean
  /** Of a thousand random histories, so many at least must break it. */
  readonly failsPerThousand: number
  readonly shape?: 'observed'
}

const MODELS = [
  {
    name: 'weak causal consistency',
    check: (history: History) => checkWeakCausal(history, OPTIONS),
    model: weakCausalModel,
  },
  {
    name: 'causal convergence',
    check: (history: History) => checkCausalConvergence(history, OPTIONS),
    model: causalConvergenceModel,
  },
  {
    name: 'causal memory',
    check: (history: History) => checkCausalMemory(history, OPTIONS, LIMITS),
    model: causalMemoryModel,
  },
]

const PAIRS: readonly Pair[] = [
  ...MODELS.map(({ name, check, model }) => ({
    name,
    check,
    twin: (history: History) => byDefinition(history, INITIAL_VALUE, model),
    failsPerThousand: 150,
  })),
  {
    name: 'PRAM',
    check: (history) => checkPram(history, OPTIONS, LIMITS),
    twin: (history) => bruteForcePram(history, INITIAL_VALUE),
    failsPerThousand: 150,
  },
  {
    name: 'read your writes',
    check: (history) => checkReadYourWrites(history, OPTIONS),
    twin: (history) => bruteForceReadYourWrites(history, INITIAL_VALUE),
    failsPerThousand: 50,
  },
  {
    name: 'monotonic reads',
    check: (history) => checkMonotonicReads(history, OPTIONS),
    twin: (history) => bruteForceMonotonicReads(history, INITIAL_VALUE),
    failsPerThousand: 80,
  },
  {
    name: 'monotonic writes',
    check: (history) => checkMonotonicWrites(history, OPTIONS),
    twin: (history) => bruteForceMonotonicWrites(history, INITIAL_VALUE),
    failsPerThousand: 25,
    shape: 'observed',
  },
  {
    name: 'writes follow reads',
    check: (history) => checkWritesFollowReads(history, OPTIONS),
    twin: (history) => bruteForceWritesFollowReads(history, INITIAL_VALUE),
    failsPerThousand: 25,
  },
]

/** Counts verdicts, so that a test can tell that it saw enough of each. */
function tally() {
  return { pass: 0, fail: 0, unknown: 0 }
}

describe.each(PAIRS)('$name', ({ check, twin, failsPerThousand, shape }) => {
  test('agrees with its definition', () => {
    const count = tally()
    const plan = runs(1_500)
    fc.assert(
      fc.property(smallHistories(7, shape), (history) => {
        const { verdict } = check(history)
        count[verdict]++
        expect(verdict).toBe(twin(history) ? 'pass' : 'fail')
      }),
      plan,
    )
    expect(count.unknown).toBe(0)
    expect(count.pass).toBeGreaterThan(plan.numRuns / 2)
    expect(count.fail).toBeGreaterThan((plan.numRuns * failsPerThousand) / 1_000)
  })

  test('with repeated values, calls wrong only what is wrong, and right only what is right', () => {
    const count = tally()
    const plan = runs(500)
    fc.assert(
      fc.property(smallHistories(7).map(repetitive), (history) => {
        const { verdict } = check(history)
        count[verdict]++
        if (verdict !== 'unknown') expect(verdict).toBe(twin(history) ? 'pass' : 'fail')
      }),
      plan,
    )
    expect(count.unknown).toBeGreaterThan(plan.numRuns / 10)
    expect(count.pass).toBeGreaterThan(plan.numRuns / 10)
    expect(count.fail).toBeGreaterThan(0)
  })
})

describe.each(MODELS)('$name', ({ check, model }) => {
  test('agrees with its definition, whatever the causal order', () => {
    const count = tally()
    const plan = runs(150)
    fc.assert(
      fc.property(smallHistories(5), (history) => {
        const { verdict } = check(history)
        count[verdict]++
        expect(verdict).toBe(literally(history, INITIAL_VALUE, model) ? 'pass' : 'fail')
      }),
      plan,
    )
    expect(count.pass).toBeGreaterThan(plan.numRuns / 2)
    expect(count.fail).toBeGreaterThan(plan.numRuns / 20)
  })
})
