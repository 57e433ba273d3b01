/** One history for each anomaly, in both workloads, and the levels that it leaves standing. */
import { describe, expect, test } from 'vitest'
import { ANOMALY_KINDS } from '../../../grader/core/check/transactions/anomaly-kinds.ts'
import { classifyIsolation } from '../../../grader/core/check/transactions/classify-isolation.ts'
import type { IsolationLevelId } from '../../../grader/core/check/transactions/isolation-levels.ts'
import { historyOf } from './script.ts'

interface Planted {
  readonly kind: string
  readonly strongest: readonly IsolationLevelId[]
  readonly register?: readonly string[]
  readonly list?: readonly string[]
}

const RU: IsolationLevelId = 'read-uncommitted'
const RC: IsolationLevelId = 'read-committed'
const PSI: IsolationLevelId = 'parallel-snapshot-isolation'
const SI: IsolationLevelId = 'snapshot-isolation'
const SER: IsolationLevelId = 'serializable'
const SESSION: IsolationLevelId = 'strong-session-serializable'

const PLANTED: readonly Planted[] = [
  {
    kind: 'garbage-read',
    strongest: [],
    register: ['c1: r x 7'],
    list: ['c1: a x 1', 'c2: r x [7]'],
  },
  { kind: 'duplicate-elements', strongest: [], list: ['c1: a x 1', 'c2: r x [1 1]'] },
  {
    kind: 'internal',
    strongest: [],
    register: ['c1: w x 1, r x nil'],
    list: ['c1: a x 1, r x []'],
  },
  // It read what it would write only later.
  {
    kind: 'internal',
    strongest: [],
    register: ['c1: r x 1, w x 1'],
    list: ['c1: r x [1], a x 1'],
  },
  // It saw its latest append, but not the one before.
  { kind: 'internal', strongest: [], list: ['c1: a x 1, a x 2, r x [2]'] },
  {
    kind: 'incompatible-order',
    strongest: [],
    list: ['c1: a x 1', 'c2: a x 2', 'c3: r x [1]', 'c4: r x [2]'],
  },
  { kind: 'incompatible-order', strongest: [], list: ['c1: a x 1, a x 2', 'c2: r x [2 1]'] },
  {
    kind: 'G0',
    strongest: [],
    list: ['c1: a x 1, a y 1', 'c2: a x 2, a y 2', 'c3: r x [1 2], r y [2 1]'],
  },
  // Another one wrote in the middle of a transaction (P0 of Berenson et al.).
  { kind: 'G0', strongest: [], list: ['c1: a x 1, a x 3', 'c2: a x 2', 'c3: r x [1 2 3]'] },
  {
    kind: 'G0-process',
    strongest: [SER],
    list: ['c1 @0-1: a x 1', 'c1 @2-3: a x 2', 'c2 @4-5: r x [2 1]'],
  },
  {
    kind: 'G0-realtime',
    strongest: [SESSION],
    list: ['c1 @0-1: a x 1', 'c2 @2-3: a x 2', 'c3 @4-5: r x [2 1]'],
  },
  {
    kind: 'G1a',
    strongest: [RU],
    register: ['c1 fail: w x 1', 'c2: r x 1'],
    list: ['c1 fail: a x 1', 'c2: r x [1]'],
  },
  {
    kind: 'G1b',
    strongest: [RU],
    register: ['c1: w x 1, w x 2', 'c2: r x 1'],
    list: ['c1: a x 1, a x 2', 'c2: r x [1]'],
  },
  {
    kind: 'G1c',
    strongest: [RU],
    register: ['c1: w x 1, r y 2', 'c2: w y 2, r x 1'],
    list: ['c1: a x 1, r y [2]', 'c2: a y 2, r x [1]'],
  },
  {
    kind: 'G1c-process',
    strongest: [SER],
    register: ['c1 @0-1: r x 1', 'c1 @2-3: w x 1'],
    list: ['c1 @0-1: r x [1]', 'c1 @2-3: a x 1'],
  },
  {
    kind: 'G1c-realtime',
    strongest: [SESSION],
    register: ['c1 @0-1: r x 1', 'c2 @2-3: w x 1'],
    list: ['c1 @0-1: r x [1]', 'c2 @2-3: a x 1'],
  },
  {
    kind: 'non-repeatable-read',
    strongest: [RC],
    register: ['c1: r x nil, r x 1', 'c2: w x 1'],
    list: ['c1: r x nil, r x [1]', 'c2: a x 1'],
  },
  {
    kind: 'lost-update',
    strongest: [RC],
    register: ['c1: r x nil, w x 1', 'c2: r x nil, w x 2'],
    list: ['c1: r x [], a x 1', 'c2: r x nil, a x 2'],
  },
  // P4 of Berenson et al.: the update that is lost was a blind one.
  {
    kind: 'lost-update',
    strongest: [RC],
    list: ['c1: r x nil, a x 1', 'c2: a x 2', 'c3: r x [2 1]'],
  },
  {
    kind: 'G-single',
    strongest: [RC],
    register: ['c1: w x 1, w y 1', 'c2: r x 1, r y nil'],
    list: ['c1: a x 1, a y 1', 'c2: r x [1], r y nil', 'c3: r y [1]'],
  },
  // What aborted and was seen hides nothing else.
  {
    kind: 'G-single',
    strongest: [RU],
    list: [
      'c1: a x 1',
      'c2 fail: a x 2',
      'c3: a x 3, a y 3',
      'c4: r x [1 2], r y [3]',
      'c5: r x [1 3]',
    ],
  },
  // Neither order of the appends to x that nobody saw spares both of those who made them.
  {
    kind: 'G-single',
    strongest: [RC],
    list: ['c1: a y 1', 'c2: a z 1', 'c3: r y [1], r z nil, a x 1', 'c4: r z [1], r y nil, a x 2'],
  },
  {
    kind: 'G-single-process',
    strongest: [SER],
    register: ['c1 @0-1: w x 1', 'c1 @2-3: r x nil'],
    list: ['c1 @0-1: a x 1', 'c1 @2-3: r x nil'],
  },
  {
    kind: 'G-single-realtime',
    strongest: [SESSION],
    register: ['c1 @0-1: w x 1', 'c2 @2-3: r x nil'],
    list: ['c1 @0-1: a x 1', 'c2 @2-3: r x nil'],
  },
  {
    kind: 'long-fork',
    strongest: [PSI],
    register: ['c1: w x 1', 'c2: w y 1', 'c3: r x 1, r y nil', 'c4: r x nil, r y 1'],
    list: ['c1: a x 1', 'c2: a y 1', 'c3: r x [1], r y nil', 'c4: r x nil, r y [1]'],
  },
  {
    kind: 'long-fork-process',
    strongest: [SER],
    register: ['c1 @0-1: w x 1', 'c1 @2-3: r y nil', 'c2 @0-1: w y 1', 'c2 @2-3: r x nil'],
  },
  {
    kind: 'long-fork-realtime',
    strongest: [SESSION],
    register: ['c1 @0-1: w x 1', 'c2 @0-9: w y 1', 'c3 @0-9: r y 1, r x nil', 'c4 @2-3: r y nil'],
    list: ['c1 @0-1: a x 1', 'c2 @0-9: a y 1', 'c3 @0-9: r y [1], r x nil', 'c4 @2-3: r y nil'],
  },
  {
    kind: 'G2-item-process',
    strongest: [SER],
    register: ['c1 @0-1: w y 1', 'c2 @0-9: r y nil, w x 1', 'c1 @2-3: r x nil'],
    list: ['c1 @0-1: a y 1', 'c2 @0-9: r y nil, a x 1', 'c1 @2-3: r x nil'],
  },
  {
    kind: 'G2-item-realtime',
    strongest: [SESSION],
    register: ['c1 @0-1: w y 1', 'c2 @0-9: r y nil, w x 1', 'c3 @2-3: r x nil'],
    list: ['c1 @0-1: a y 1', 'c2 @0-9: r y nil, a x 1', 'c3 @2-3: r x nil'],
  },
  {
    kind: 'G2-item',
    strongest: [SI],
    register: ['c1: r x nil, r y nil, w x 1', 'c2: r x nil, r y nil, w y 1'],
    list: ['c1: r x nil, r y nil, a x 1', 'c2: r x nil, r y nil, a y 1'],
  },
  // The read-only transaction anomaly: without T3, T2 before T1 would explain the rest.
  {
    kind: 'G2-item',
    strongest: [SI],
    register: [
      'c0 @0-1: w x 0, w y 0',
      'c1 @2-9: r x 0, r y 0, w x -11',
      'c2 @3-4: r y 0, w y 20',
      'c3 @5-6: r x 0, r y 20',
    ],
  },
]

/**
 * Three readers, of whom each two disagree about two of the keys: any two of x, y and z can be
 * put in order, all three cannot.
 */
const NO_ORDER = ['w x 1', 'w x 2', 'w y 1', 'w y 2', 'w z 1', 'w z 2']
  .concat('r x 2, r y 1, r z 1', 'r x 1, r y 1, r z 2', 'r x 2, r y 2, r z 2')
  .map((steps, client) => `c${client}: ${steps}`)

describe.each(['register', 'list'] as const)('in a %s', (workload) => {
  const cases = PLANTED.flatMap((planted) => {
    const lines = planted[workload]
    return lines === undefined ? [] : [{ ...planted, lines }]
  })

  test.each(cases)('$kind is found', ({ kind, strongest, lines }) => {
    const report = classifyIsolation(historyOf(...lines), { stepsMax: 10_000 })
    expect(report.anomalies.map((one) => one.kind)).toContain(kind)
    expect(report.strongest).toEqual(strongest)
    for (const { level, verdict } of report.levels) {
      expect(verdict.verdict, level).not.toBe('unknown')
    }
  })
})

test('a long fork is not taken for the write skew beside it', () => {
  const lines = [
    'c1: w x 1',
    'c2: w y 1',
    'c3: r x 1, r y nil, r p nil, w q 1',
    'c4: r x nil, r y 1, r q nil, w p 1',
  ]
  const report = classifyIsolation(historyOf(...lines), { stepsMax: 10_000 })
  expect(report.anomalies).toMatchObject([{ kind: 'long-fork', operations: [0, 2, 1, 3] }])
})

test('a tangle has one name, whatever orders of sessions run through it', () => {
  const lines = [
    'c1 @0-5: r x nil, r y nil, w x 1',
    'c2 @0-9: r x nil, r y nil, w y 1',
    'c1 @6-7: r x nil',
  ]
  const { anomalies } = classifyIsolation(historyOf(...lines), { stepsMax: 10_000 })
  expect(anomalies.map(({ kind }) => kind)).toEqual(['G2-item'])
})

test('two reads of one version by one transaction are not a lost update', () => {
  const lines = ['c1: w x 1', 'c2: r x nil, r x 1, r x nil, w x 2']
  const { anomalies } = classifyIsolation(historyOf(...lines), { stepsMax: 10_000 })
  expect(anomalies.map(({ kind }) => kind)).toContain('non-repeatable-read')
  expect(anomalies.map(({ kind }) => kind)).not.toContain('lost-update')
})

test('orders of writes that all fail are found by trying them', () => {
  const [anomaly] = classifyIsolation(historyOf(...NO_ORDER), { stepsMax: 10_000 }).anomalies
  expect(anomaly?.kind).toBe('no-version-order')
  expect(anomaly?.message).toMatch(/^Every order of the writes whose order nobody saw, such as /)
})

test('every kind has its words and a history here', () => {
  const planted = new Set([...PLANTED.map(({ kind }) => kind), 'no-version-order'])
  expect([...planted].sort()).toEqual([...ANOMALY_KINDS.keys()].sort())
  for (const { title, sentence, source } of ANOMALY_KINDS.values()) {
    expect(Math.min(title.length, sentence.length, source.length)).toBeGreaterThan(5)
  }
})
