/** What the worker answers about the examples and about the public histories. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { suggestQuestion } from '#app/check/_bench/suggest-question.ts'
import { EXAMPLES } from '#app/check/_examples/examples.ts'
import { judge } from '#app/check/_worker/judge.ts'
import type { Judgement, Question } from '#app/check/_worker/judgement.ts'
import { type Json, readHistory } from '#core'
import { hardHistory } from '../../support/hard-history.ts'

const STEPS_MAX = 1_000_000

function answer(text: string, question: Partial<Question> = {}) {
  const read = readHistory(text)
  const asked = { ...suggestQuestion(read.history), stepsMax: STEPS_MAX, ...question }
  return judge(read, asked, () => {})
}

function judged(text: string, question: Partial<Question> = {}): Judgement {
  const reply = answer(text, question)
  if (reply.kind !== 'judged') throw new Error(JSON.stringify(reply))
  return reply.judgement
}

describe('the examples', () => {
  test.each<readonly [string, readonly [string, Json], readonly string[], string | undefined]>([
    ['stale-read', ['register', null], ['sequential', 'consistent-prefix'], 'linearizable'],
    ['timed-out-write', ['cas-register', null], ['linearizable'], undefined],
    ['opposite-orders', ['register', null], ['causal-memory'], 'causal-convergence'],
    ['reply-before-question', ['register', null], ['pram'], 'writes-follow-reads'],
    ['taken-twice', ['queue', []], [], 'sequential'],
    ['two-holders', ['lock', null], ['sequential'], 'linearizable'],
    ['lost-update', ['transactions', null], ['read-committed'], 'parallel-snapshot-isolation'],
    ['write-skew', ['transactions', null], ['snapshot-isolation'], 'repeatable-read'],
    ['long-fork', ['transactions', null], ['parallel-snapshot-isolation'], 'snapshot-isolation'],
    ['all-is-well', ['kv', ''], ['linearizable'], undefined],
  ])('%s', (id, [model, initial], strongest, telling) => {
    const text = EXAMPLES.find((example) => example.id === id)?.text ?? ''
    expect(suggestQuestion(readHistory(text).history)).toEqual({ model, initial })
    const judgement = judged(text)
    expect(judgement.strongest).toEqual(strongest)
    expect(judgement.telling).toBe(telling)
    const level = judgement.levels.find((each) => each.id === telling)
    expect(level?.story?.steps.length ?? 0).toBeGreaterThanOrEqual(telling === undefined ? 0 : 2)
  })

  test('are all tried above', () => {
    expect(EXAMPLES.length).toBe(10)
  })
})

describe('public histories', () => {
  const file = (name: string) => readFileSync(`tests/data/histories/${name}.jsonl`, 'utf8')

  test.each([
    ['porcupine/jepsen-etcd/etcd_002', 'cas-register', 'pass'],
    ['porcupine/jepsen-etcd/etcd_000', 'cas-register', 'fail'],
    ['porcupine/kv/c10-ok', 'kv', 'pass'],
    ['porcupine/kv/c10-bad', 'kv', 'fail'],
  ])('%s is of a %s, and linearizability: %s', (name, model, verdict) => {
    const text = file(name)
    expect(suggestQuestion(readHistory(text).history).model).toBe(model)
    const [first] = judged(text).levels
    expect(first).toMatchObject({ id: 'linearizable', verdict: { verdict } })
  })

  test('that begin with 0 are said to', () => {
    const { history } = readHistory(file('bouajjani-popl17/fig3-d'))
    expect(suggestQuestion(history)).toEqual({ model: 'register', initial: 0 })
  })
})

describe('an answer', () => {
  const STALE = EXAMPLES[0]?.text ?? ''

  test('refuses operations that the model lacks, with the line', () => {
    expect(answer(STALE, { model: 'queue', initial: [] })).toEqual({
      kind: 'refused',
      why: 'Line 1: Operation 0 of p0 ("write") is not an operation of the model queue: it has enqueue, dequeue.',
    })
  })

  test('names processes by letters in its stories', () => {
    const [first] = judged(STALE).levels
    expect(first?.story?.steps.map(({ text }) => text)[0]).toBe('p0 wrote 1')
  })

  test('tells which level settled another', () => {
    const byId = new Map(judged(STALE).levels.map((level) => [level.id, level]))
    expect(byId.get('pram')?.followsFrom).toBe('Sequential consistency')
    expect(byId.get('linearizable')?.followsFrom).toBeUndefined()
  })

  test('is unknown when the search is too short, and counts its steps', () => {
    const steps: number[] = []
    const read = readHistory(hardHistory())
    const question = { model: 'cas-register', initial: 0, stepsMax: 100_000 }
    const reply = judge(read, question, (count) => steps.push(count))
    expect(reply).toMatchObject({
      judgement: {
        strongest: [],
        levels: [{ verdict: { verdict: 'unknown' } }, { verdict: { verdict: 'unknown' } }],
      },
    })
    expect(steps.length).toBeGreaterThan(1)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })
})

describe('the suggested model', () => {
  const suggested = (...operations: readonly Readonly<Record<string, Json>>[]) => {
    const lines = operations.map((operation, index) =>
      JSON.stringify({
        process: 0,
        call: 2 * index,
        return: 2 * index + 1,
        type: 'ok',
        ...operation,
      }),
    )
    return suggestQuestion(readHistory(lines.join('\n')).history)
  }

  test.each<readonly [string, Json, readonly Readonly<Record<string, Json>>[]]>([
    [
      'set',
      [],
      [
        { f: 'add', input: 1 },
        { f: 'read', output: [1] },
      ],
    ],
    ['set', [], [{ f: 'contains', input: 1, output: true }]],
    [
      'counter',
      0,
      [
        { f: 'add', input: 1 },
        { f: 'read', output: 1 },
      ],
    ],
    ['counter', 0, [{ f: 'increment' }]],
    [
      'log',
      [],
      [
        { f: 'append', input: 'a' },
        { f: 'read', output: ['a'] },
      ],
    ],
    ['log', [], [{ f: 'append', input: 4 }]],
    [
      'kv',
      '',
      [
        { f: 'append', input: 'a' },
        { f: 'get', output: 'a' },
      ],
    ],
    [
      'kv',
      null,
      [
        { f: 'put', input: 'a' },
        { f: 'get', output: null },
      ],
    ],
    [
      'register',
      0,
      [
        { f: 'read', output: 0 },
        { f: 'write', input: 1 },
      ],
    ],
    [
      'register',
      null,
      [
        { f: 'read', output: 0 },
        { f: 'write', input: 0 },
      ],
    ],
    [
      'cas-register',
      0,
      [
        { f: 'read', output: 0 },
        { f: 'cas', input: [0, 1], output: true },
      ],
    ],
    ['transactions', null, [{ f: 'txn', input: [['w', 'x', 1]], output: [['w', 'x', 1]] }]],
  ])('is %s from %j', (model, initial, operations) => {
    expect(suggested(...operations)).toEqual({ model, initial })
  })
})
