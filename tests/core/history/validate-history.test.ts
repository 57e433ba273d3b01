/** Every rule of a history is broken once, and told. */
import { expect, test } from 'vitest'
import { type Operation, validateHistory } from '#core'

const BASE: Operation = {
  id: 0,
  process: 'c1',
  f: 'read',
  key: '',
  input: null,
  output: 1,
  call: 0,
  return: 1,
  outcome: 'ok',
}

function foundIn(...changes: readonly Partial<Operation>[]): readonly string[] {
  const operations = changes.map((change, id) => ({ ...BASE, id, ...change }))
  return validateHistory({ operations }).map(({ operation, found }) => `${operation}: ${found}`)
}

test('a history has no problem', () => {
  const info = { call: 2, return: null, output: null, outcome: 'info' } as const
  expect(foundIn({}, info, { call: 3, return: 3 })).toEqual([])
  expect(foundIn({ return: 9 }, { process: 'c2', call: 9, return: 9 })).toEqual([])
})

test.each<readonly [string, readonly Partial<Operation>[]]>([
  ['0: the id 4 at place 0', [{ id: 4 }]],
  ['0: the call 0.5', [{ call: 0.5 }]],
  ['0: the return 1.5', [{ return: 1.5 }]],
  ['0: a return at -1 before the call at 0', [{ return: -1 }]],
  ['0: "ok" without a return', [{ return: null }]],
  ['0: "info" with the return 1', [{ outcome: 'info', output: null }]],
  ['0: "fail" with an output', [{ outcome: 'fail' }]],
  ['1: a call at 0 after one at 2', [{ call: 2, return: 3 }, { process: 'c2' }]],
  [
    '1: a call at 1 by process c1, whose read of operation 0 returns at 1',
    [{}, { call: 1, return: 2 }],
  ],
])('finds %s', (problem, changes) => {
  expect(foundIn(...changes)).toEqual([problem])
})
