/**
 * The checker against its brute-force twin, for every model. Public histories do not replace
 * this: a search that places an operation at once because it happens to leave the state as it
 * is gets all of them right, and is wrong.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type History, type Json, type Operation, present } from '#core'
import {
  checkLinearizable,
  type LinearizabilityVerdict,
} from '../../../grader/core/check/linearizability/check-linearizable.ts'
import type { Model } from '../../../grader/core/check/models/model.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import {
  explained,
  hasLegalOrder,
  isLegalOrder,
  realTime,
} from '../../support/histories/brute-force.ts'
import { type NamedWorkload, WORKLOADS } from '../../support/histories/workloads.ts'
import { runsOf, smallHistories } from './fuzz.ts'

const RUNS = 1000
const OPERATIONS_MAX = 9
/** Far more than a history of nine operations takes. */
const LIMITS = { stepsMax: 1_000_000 }
/** Share of each verdict that a fuzz must see to be worth its name. */
const SHARE_MIN = 0.1

function modelOf({ model, initial }: NamedWorkload): Model {
  return present(findModel(model), 'every workload has a model').make(initial)
}

describe.each(WORKLOADS)('a $name', (workload) => {
  test('gets the verdict of brute force, with a proof', () => {
    const seen = { pass: 0, fail: 0 }
    fc.assert(
      fc.property(smallHistories(workload, OPERATIONS_MAX), (history) => {
        const verdict = checkLinearizable(history, modelOf(workload), LIMITS)
        const expected = hasLegalOrder(history, workload, realTime) ? 'pass' : 'fail'
        expect(verdict.verdict).toBe(expected)
        seen[expected]++
        if (verdict.verdict === 'pass') {
          expect(isLegalOrder(history, verdict.order, workload, realTime)).toBe(true)
        }
        if (verdict.verdict === 'fail') expectProof(history, verdict, workload)
      }),
      { numRuns: runsOf(RUNS) },
    )
    const total = seen.pass + seen.fail
    expect(seen.pass / total).toBeGreaterThan(SHARE_MIN)
    expect(seen.fail / total).toBeGreaterThan(SHARE_MIN)
  })
})

/** Nothing has a place for the stuck operation, and the longest order ends right before it. */
function expectProof(
  history: History,
  verdict: LinearizabilityVerdict & { readonly verdict: 'fail' },
  workload: NamedWorkload,
): void {
  const { key, longestOrder, anomaly } = verdict
  const stuck = present(history.operations[present(verdict.stuck[0], 'one is stuck')], 'an id')
  const end = present(stuck.return, 'only what answered can be stuck')
  const mine = history.operations.filter((each) => each.key === key && each.call <= end)
  const hasReturned = ({ outcome, return: at, id }: Operation) =>
    outcome === 'ok' && at !== null && (at < end || (at === end && id <= stuck.id))
  expect(hasLegalOrder({ operations: mine }, workload, realTime, hasReturned)).toBe(false)

  const order = longestOrder.map(({ operation }) => operation)
  expect(order).not.toContain(stuck.id)
  for (const each of mine) {
    if (hasReturned(each) && each !== stuck) expect(order).toContain(each.id)
  }
  expect(explainsItself(history, order, workload)).toBe(true)
  const last = order.at(-1)
  if (last !== undefined) expect(history.operations[last]?.outcome).toBe('ok')
  expect(anomaly.message).toContain(stuck.process)
  expect(anomaly.operations).toContain(stuck.id)
}

/** True when each operation of an order on one key could answer as it did. */
function explainsItself(
  { operations }: History,
  order: readonly number[],
  workload: NamedWorkload,
): boolean {
  let state: Json | undefined = workload.initial
  for (const id of order) {
    if (state === undefined) return false
    state = explained(present(operations[id], 'an id'), state, workload)
  }
  return state !== undefined
}
