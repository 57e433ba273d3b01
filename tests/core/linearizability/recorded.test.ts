/** The checker against recorded histories of real systems, whose verdicts are known. */
import { describe, expect, test } from 'vitest'
import { present } from '#core'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { linearizabilityHistories } from '../../support/histories/recorded.ts'

/** Ten times what the hardest of them takes. */
const LIMITS = { stepsMax: 400_000 }
const HISTORIES = linearizabilityHistories()

describe('recorded histories', () => {
  test('are all there, of both kinds', () => {
    expect(HISTORIES).toHaveLength(58)
    expect(HISTORIES.filter(({ linearizable }) => linearizable)).toHaveLength(14)
  })

  test.each(HISTORIES)('$file', ({ model, init, linearizable, history }) => {
    const made = present(findModel(model), 'its model is there').make(init)
    const verdict = checkLinearizable(history, made, LIMITS)
    expect(verdict.verdict).toBe(linearizable ? 'pass' : 'fail')
  })

  test('blames the first answer that cannot be explained', () => {
    const [bad] = HISTORIES.filter(({ file }) => file.endsWith('c01-bad.jsonl'))
    const { model, init, history } = present(bad, 'it is one of them')
    const made = present(findModel(model), 'its model is there').make(init)
    const verdict = checkLinearizable(history, made, LIMITS)
    if (verdict.verdict !== 'fail') throw new Error('it is not linearizable')
    const [id] = verdict.stuck
    const stuck = present(history.operations[present(id, 'one is stuck')], 'an id')
    // With one process, everything up to the answer is an order of its own.
    const until = (end: number) => ({ operations: history.operations.slice(0, end) })
    expect(checkLinearizable(until(stuck.id), made, LIMITS).verdict).toBe('pass')
    expect(checkLinearizable(until(stuck.id + 1), made, LIMITS).verdict).toBe('fail')
  })
})
