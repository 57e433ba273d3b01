/** What the checker finds in planted violations, and what it says of them. */
import { describe, expect, test } from 'vitest'
import { type Json, present } from '#core'
import {
  checkLinearizable,
  type LinearizabilityVerdict,
} from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { findModel, MODELS } from '../../../grader/core/check/models/models.ts'
import { writtenHistory } from '../../support/histories/written.ts'
import { PLANTED } from './planted.ts'

function check(model: string, init: Json, text: string): LinearizabilityVerdict {
  const made = present(findModel(model), 'there is such a model').make(init)
  return checkLinearizable(writtenHistory(text), made, { stepsMax: 10_000 })
}

describe('a planted violation', () => {
  test.each(PLANTED)('$model: $kind ($says)', ({ model, init = null, kind, says, stuck, text }) => {
    const verdict = check(model, init, text)
    if (verdict.verdict !== 'fail') throw new Error(`${verdict.verdict}, not fail`)
    expect(verdict.anomaly.kind).toBe(kind)
    expect(verdict.anomaly.message).toBe(says)
    expect(verdict.stuck).toEqual([stuck])
    expect(verdict.anomaly.operations).toContain(stuck)
    expect(check(model, init, text)).toEqual(verdict)
  })

  test('is planted for every model', () => {
    expect(new Set(PLANTED.map(({ model }) => model))).toEqual(new Set(MODELS.map(({ id }) => id)))
  })
})

describe('the longest legal order', () => {
  test('names operations with the state that each leaves', () => {
    const verdict = check(
      'register',
      null,
      `
      c1 write x 1 -> null @ 1..3
      c2 write x 2 -> null @ 2..4
      c3 read x -> 2 @ 5..6
      c3 read x -> 1 @ 7..8`,
    )
    expect(verdict).toMatchObject({
      verdict: 'fail',
      key: 'x',
      longestOrder: [
        { operation: 0, state: '1' },
        { operation: 1, state: '2' },
        { operation: 2, state: '2' },
      ],
      stuck: [3],
    })
  })
})
