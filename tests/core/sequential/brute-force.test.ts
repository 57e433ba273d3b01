/** The checker of sequential consistency against its brute-force twin, for every model. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type History, Prng, present } from '#core'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { checkSequential } from '../../../grader/core/check/sequential/check-sequential.ts'
import { hasLegalOrder, isLegalOrder, processOrder } from '../../support/histories/brute-force.ts'
import { generateHistory, mutateOutputs } from '../../support/histories/generate.ts'
import { type NamedWorkload, WORKLOADS } from '../../support/histories/workloads.ts'
import { runsOf } from '../linearizability/fuzz.ts'

const RUNS = 350
const OPERATIONS_MAX = 8
const LIMITS = { stepsMax: 1_000_000 }
/** Shares of each verdict, and of what only real time forbids, that the fuzz must see. */
const SHARE_MIN = 0.06
const RELAXED_MIN = 0.01

/** Histories in which processes do not agree on time: half of them are shifted. */
function histories(workload: NamedWorkload): fc.Arbitrary<History> {
  return fc
    .record({ seed: fc.nat(), operations: fc.integer({ min: 3, max: OPERATIONS_MAX }) })
    .map(({ seed, operations }) => {
      const prng = new Prng(seed, 'sequential')
      const options = { workload, operations, processes: prng.between(2, 3), ties: false }
      const infoPermille = prng.pick([0, 0, 200])
      const keys = prng.pick([1, 2])
      const history = generateHistory(prng, { ...options, keys, infoPermille, failPermille: 50 })
      const shifted = prng.chance(600) ? shift(prng, history) : history
      return prng.chance(700) ? mutateOutputs(prng, shifted) : shifted
    })
}

/** Each process keeps its order, but lives some time later or earlier than the others. */
function shift(prng: Prng, { operations }: History): History {
  const delays = new Map<string, number>()
  const moved = operations.map((each) => {
    const delay = delays.get(each.process) ?? prng.between(0, 6)
    delays.set(each.process, delay)
    const end = each.return === null ? null : each.return + delay
    return { ...each, call: each.call + delay, return: end }
  })
  moved.sort((a, b) => a.call - b.call)
  return { operations: moved.map((each, id) => ({ ...each, id })) }
}

/** Over all workloads. */
const seen = { pass: 0, fail: 0, relaxed: 0 }

describe.each(WORKLOADS)('a $name', (workload) => {
  const model = present(findModel(workload.model), 'it has a model').make(workload.initial)

  test('gets the verdict of brute force, with a proof', () => {
    fc.assert(
      fc.property(histories(workload), (history) => {
        const verdict = checkSequential(history, model, LIMITS)
        const expected = hasLegalOrder(history, workload, processOrder) ? 'pass' : 'fail'
        expect(verdict.verdict).toBe(expected)
        seen[expected]++
        if (verdict.verdict === 'pass') {
          expect(isLegalOrder(history, verdict.order, workload, processOrder)).toBe(true)
          const isRelaxed = checkLinearizable(history, model, LIMITS).verdict === 'fail'
          seen.relaxed += isRelaxed ? 1 : 0
        }
        if (verdict.verdict === 'fail') {
          const placed = verdict.longestOrder.map(({ operation }) => operation)
          for (const id of verdict.stuck) expect(placed).not.toContain(id)
          expect(verdict.anomaly.message).not.toBe('')
        }
      }),
      { numRuns: runsOf(RUNS) },
    )
  })
})

test('the fuzz sees every verdict often', () => {
  const total = seen.pass + seen.fail
  expect(seen.pass / total).toBeGreaterThan(SHARE_MIN)
  expect(seen.fail / total).toBeGreaterThan(SHARE_MIN)
  expect(seen.relaxed / total).toBeGreaterThan(RELAXED_MIN)
})
