/** How answers are judged: orders by pairs, numbers with units, cuts by rules. */
import { describe, expect, it } from 'vitest'
import { gradeCut } from '#content/grading/cut.ts'
import { gradeNumber } from '#content/grading/number.ts'
import { gradeOrder } from '#content/grading/order.ts'
import type { GoalPart } from '#content/schema/question-runs.ts'

describe('an order', () => {
  const key = {
    order: ['write', 'sync', 'send', 'note'],
    before: [
      { first: 'write', second: 'sync', why: 'nothing to sync' },
      { first: 'sync', second: 'send', why: 'not durable' },
    ],
  }

  it('is right in every way that keeps the pairs', () => {
    expect(gradeOrder(key, ['write', 'sync', 'send', 'note'])).toEqual({ isRight: true })
    expect(gradeOrder(key, ['note', 'write', 'sync', 'send'])).toEqual({ isRight: true })
  })

  it('names the pair that a reader from the top meets first', () => {
    expect(gradeOrder(key, ['send', 'sync', 'write', 'note'])).toEqual({
      isRight: false,
      wrongPair: { first: 'sync', second: 'send', why: 'not durable' },
    })
    expect(gradeOrder(key, ['note', 'sync', 'write', 'send'])).toEqual({
      isRight: false,
      wrongPair: { first: 'write', second: 'sync', why: 'nothing to sync' },
    })
  })

  it.each([
    ['one is missing', ['write', 'sync', 'send']],
    ['one stands twice', ['write', 'sync', 'send', 'send']],
    ['one is unknown', ['write', 'sync', 'send', 'crash']],
  ])('is refused when %s', (_, given) => {
    expect(() => gradeOrder(key, given)).toThrow('each event once: write, sync, send, note')
  })
})

describe('a number', () => {
  const key = {
    value: 1_333,
    unit: 'ms',
    tolerance: { relative: 0.01 },
    units: { s: 1_000 },
    common: [{ value: 1_500, why: 'the mean', misconception: 'longer-timeout-is-safe' }],
  } as const

  it.each([
    [1_333, 'ms', { isRight: true }],
    [1.33, 's', { isRight: true }],
    [1_346, 'ms', { isRight: true }],
    [1_347, 'ms', { isRight: false }],
    [1.5, 's', { isRight: false, common: 0 }],
    [-1_333, 'ms', { isRight: false }],
    [Number.NaN, 'ms', { isRight: false }],
    [Number.POSITIVE_INFINITY, 's', { isRight: false }],
  ])('%d %s', (value, unit, grade) => {
    expect(gradeNumber(key, { value, unit })).toEqual(grade)
  })

  it('takes exact counts exactly', () => {
    const count = { ...key, value: 4, unit: 'replicas', tolerance: { absolute: 0 }, units: {} }
    expect(gradeNumber(count, { value: 4, unit: 'replicas' })).toEqual({ isRight: true })
    expect(gradeNumber(count, { value: 4.01, unit: 'replicas' })).toEqual({ isRight: false })
  })

  it('refuses a unit that the question does not have', () => {
    expect(() => gradeNumber(key, { value: 1, unit: 'h' })).toThrow('choose one of ms, s')
  })
})

describe('a cut', () => {
  const nodes = ['n1', 'n2', 'n3']
  const links = ['n1->n2', 'n2->n1', 'n1->n3', 'n3->n1', 'n2->n3', 'n3->n2']
  const grade = (goalParts: readonly GoalPart[], chosen: readonly string[]) =>
    gradeCut({ nodes, links, goalParts: [...goalParts] }, chosen)
  const parts = {
    separates: { rule: 'separates', a: ['n1'], b: ['n2', 'n3'] },
    cuts: { rule: 'cuts', from: ['n1'], to: ['n2'] },
    keeps: { rule: 'keeps', from: ['n2'], to: ['n3'] },
    connected: { rule: 'leaves-connected', group: ['n1', 'n2', 'n3'] },
    majority: { rule: 'majority-only-at', nodes: ['n2', 'n3'] },
    most: { rule: 'at-most', links: 1 },
  } as const satisfies Readonly<Record<string, GoalPart>>
  const clean = ['n1->n2', 'n2->n1', 'n1->n3', 'n3->n1']

  it.each([
    ['separates', clean],
    ['cuts', ['n1->n2']],
    ['keeps', clean],
    ['connected', ['n1->n2', 'n3->n1']],
    ['majority', ['n1->n2', 'n3->n1']],
    ['most', ['n1->n2']],
  ] as const)('keeps the rule %s', (part, chosen) => {
    expect(grade([parts[part]], chosen)).toEqual({ isRight: true })
  })

  it.each([
    ['separates', ['n1->n2', 'n1->n3', 'n3->n1'], 'Messages from n2 to n1 still get through.'],
    ['cuts', ['n2->n1'], 'Messages from n1 to n2 still get through.'],
    ['keeps', ['n2->n3'], 'The link from n2 to n3 must stay whole, and you cut it.'],
    ['connected', clean, 'n2 can no longer be reached from n1.'],
    ['majority', ['n1->n2'], 'n1 still talks with n3 both ways: that is a majority.'],
    ['most', ['n1->n2', 'n2->n1'], 'You cut 2 links; 1 are enough.'],
  ] as const)('says what breaks the rule %s', (part, chosen, message) => {
    expect(grade([parts[part]], chosen)).toEqual({ isRight: false, message })
  })

  it('says who lacks a majority that should have one', () => {
    const chosen = [...clean, 'n2->n3']
    expect(grade([parts.majority], chosen)).toEqual({
      isRight: false,
      message: 'n2 talks with nobody else both ways: that is no majority, and it should have one.',
    })
  })

  it('reaches over others where the rule is about being connected', () => {
    expect(grade([parts.connected], ['n1->n3', 'n3->n1'])).toEqual({ isRight: true })
  })

  it('refuses a link that is not there', () => {
    expect(() => grade([parts.cuts], ['n1->n9'])).toThrow('There is no link n1->n9 here.')
  })
})
