/** What ends a search early, and what is no history at all: never a pass. */
import { describe, expect, test } from 'vitest'
import { type Operation, Prng, present } from '#core'
import { checkLinearizable } from '../../../grader/core/check/linearizability/check-linearizable.ts'
import { findModel } from '../../../grader/core/check/models/models.ts'
import { generateHistory } from '../../support/histories/generate.ts'
import { uniqueRegister } from '../../support/histories/workloads.ts'
import { writtenHistory } from '../../support/histories/written.ts'

const REGISTER = present(findModel('register'), 'there is a register').make(null)
const LONG = generateHistory(new Prng(3, 'long'), {
  workload: uniqueRegister,
  operations: 20_000,
  processes: 5,
  keys: 1,
  infoPermille: 0,
  failPermille: 0,
  ties: false,
})

describe('a search', () => {
  test('says that it is undecided when it has no steps left', () => {
    const verdict = checkLinearizable(LONG, REGISTER, { stepsMax: 10_000 })
    expect(verdict).toMatchObject({
      verdict: 'unknown',
      why: 'The search is not done after the 10000 steps that it was allowed: allow more of them or judge a shorter history.',
    })
    // It looks at the limit after each placed operation, which takes a few steps.
    expect(verdict.steps).toBeGreaterThanOrEqual(10_000)
    expect(verdict.steps).toBeLessThan(10_100)
  })

  test('tells how far it is, and stops when it is told so', () => {
    const told: number[] = []
    const verdict = checkLinearizable(LONG, REGISTER, {
      stepsMax: 1_000_000,
      onProgress(steps) {
        told.push(steps)
        return told.length === 3 ? 'stop' : 'continue'
      },
    })
    expect(verdict).toMatchObject({ verdict: 'unknown', steps: told[2] })
    expect(verdict).toHaveProperty(
      'why',
      `The search was stopped after ${told[2]} steps, before it was done.`,
    )
    expect(told).toHaveLength(3)
    expect(told.toSorted((a, b) => a - b)).toEqual(told)
  })

  test('gives equal answers to equal histories', () => {
    const [one, other] = [1, 2].map(() => checkLinearizable(LONG, REGISTER, { stepsMax: 1e6 }))
    expect(one).toEqual(other)
    expect(one).toHaveProperty('verdict', 'pass')
  })

  test('passes what has no operations', () => {
    expect(checkLinearizable({ operations: [] }, REGISTER, { stepsMax: 10 })).toEqual({
      verdict: 'pass',
      order: [],
      steps: 0,
    })
  })
})

describe('what is not a history of the model', () => {
  const unknown = (operations: readonly Operation[]) =>
    checkLinearizable({ operations }, REGISTER, { stepsMax: 100 })
  const [write, read] = writtenHistory(`
    c1 write x 1 -> null @ 1..2
    c2 read x -> 1 @ 3..4
  `).operations as [Operation, Operation]

  test.each([
    [
      'an operation of another model',
      { ...read, f: 'pop' },
      'Operation 1 of c2 ("pop") is not an operation of the model register: it has read, write.',
    ],
    [
      'a process that makes two calls at a time',
      { ...read, process: 'c1', call: 2 },
      'Operation 1 cannot be part of a history: it has a call at 2 by process c1',
    ],
    ['a return before the call', { ...read, return: 2 }, 'a return at 2 before the call at 3'],
  ])('is undecided: %s', (_, second, why) => {
    expect(unknown([write, second])).toMatchObject({ verdict: 'unknown', steps: 0 })
    expect(unknown([write, second])).toHaveProperty('why', expect.stringContaining(why))
  })

  test('may be anything that failed: it is passed over', () => {
    const failed: Operation = { ...read, f: 'pop', output: null, outcome: 'fail' }
    expect(unknown([write, failed]).verdict).toBe('pass')
  })
})
