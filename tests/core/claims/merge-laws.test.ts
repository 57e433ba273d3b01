/** The laws of merging, judged from tables of merges written by hand. */
import { describe, expect, test } from 'vitest'
import { mergeLaws } from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('merge-laws', () => {
  const claim = mergeLaws({ lists: 'as-sets' })
  const table = (answer: unknown) =>
    `c1 asks n1 op=laws\n n1 takes 1\n n1 replies 1 ok ${JSON.stringify(answer)}`
  const none = { updates: [], changed: [] }

  test('hold for a maximum, and where nothing was tried', () => {
    const merges = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b, Math.max(a, b)]))
    expect(judge(claim, table({ states: [0, 1, 2], initial: 0, merges, ...none }))).toBeUndefined()
    expect(judge(claim, table({ states: [0, 1], initial: 0, merges: [], ...none }))).toBeUndefined()
  })

  test('name the smallest pair that does not commute', () => {
    const merges = [
      [0, 0, 0],
      [1, 1, 1],
      [0, 1, 1],
      [1, 0, 0],
    ]
    const message = judge(
      claim,
      table({ states: ['a', 'b'], initial: 0, merges, ...none }),
    )?.message
    expect(message).toMatch(/^On n1 merging is not commutative: merge\("[ab]", "[ab]"\) gives/)
  })

  test('take lists for sets, and texts as they are', () => {
    const states = [[], ['a', 'b'], ['b', 'a'], ['c']]
    const merges = [
      [1, 1, 1],
      [2, 2, 2],
      [1, 2, 1],
      [2, 1, 2],
    ]
    expect(judge(claim, table({ states, initial: 0, merges, ...none }))).toBeUndefined()
    expect(
      judge(mergeLaws({ lists: 'in-order' }), table({ states, initial: 0, merges, ...none }))
        ?.message,
    ).toContain('merge(["a","b"], ["b","a"]) gives')
  })

  test('see an argument that was changed, and an update that goes down', () => {
    const changed = [{ argument: 0, into: 1 }]
    expect(
      judge(claim, table({ states: [0, 1], initial: 0, merges: [], updates: [], changed }))
        ?.message,
    ).toBe('merge changed its argument 0 into 1; it must make a new state.')
    const updates = [{ label: 'increment 1', before: 1, after: 0 }]
    const merges = [[1, 0, 1]]
    expect(
      judge(claim, table({ states: [0, 1], initial: 0, merges, updates, changed: [] }))?.message,
    ).toBe(
      'On n1 an update does not only add: "increment 1" turns 1 into 0, and merging 1 undoes that: it gives 1.',
    )
  })

  test('ask for the table itself, whatever was answered', () => {
    for (const answer of [
      null,
      7,
      { states: [] },
      { ...none, states: [], initial: 0, merges: [1] },
    ]) {
      expect(judge(claim, table(answer))?.message).toBe(
        'n1 was asked to try its merge, and did not: leave `onRequest` to the kit, and write `onCommand`.',
      )
    }
  })
})
