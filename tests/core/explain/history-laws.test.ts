/** What every story of a history keeps, whatever the history and the anomaly. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type History, type Json, type Operation, printHistoryStory, tellHistory } from '#core'
import type { Anomaly, RelationKind } from '../../../grader/core/check/history-verdict.ts'
import { LEVELS } from '../../../grader/core/check/levels/levels.ts'
import { ANOMALY_KINDS } from '../../../grader/core/check/transactions/anomaly-kinds.ts'
import { ISOLATION_LEVELS } from '../../../grader/core/check/transactions/isolation-levels.ts'

const RUNS = 400 * Number(process.env.NETSPLIT_FUZZ ?? 1)

const json: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, '', 'a', 'long '.repeat(60), 7, -0, [], {}),
  fc.array(fc.array(fc.constantFrom<Json>('r', 'w', 'append', 'x', 1, null, [1]))),
)

const operations: fc.Arbitrary<readonly Operation[]> = fc
  .array(
    fc.record({
      process: fc.constantFrom('c1', 'c2', 'c3'),
      f: fc.constantFrom('read', 'write', 'cas', 'append', 'txn', 'acquire', 'enqueue', 'toString'),
      key: fc.constantFrom('', 'x', 'a\nkey'),
      input: json,
      output: json,
      outcome: fc.constantFrom('ok' as const, 'fail' as const, 'info' as const),
      length: fc.nat(9),
      isTimed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ length, isTimed, ...draft }, id): Operation => {
      const end = draft.outcome === 'info' ? null : id + length
      return {
        ...draft,
        id,
        output: draft.outcome === 'ok' ? draft.output : null,
        call: id,
        return: end,
        ...(isTimed ? { callMicros: id * 1_000 } : {}),
      }
    }),
  )

const KINDS: readonly RelationKind[] = [
  'process-order',
  'real-time',
  'reads-from',
  'overwrites',
  'read-before',
  'causal',
]

const cases = operations.chain((all) => {
  const id = fc.nat(all.length - 1)
  return fc.record({
    history: fc.constant<History>({ operations: all }),
    level: fc.constantFrom(...[...LEVELS, ...ISOLATION_LEVELS].map((level) => level.id), 'none'),
    anomaly: fc.record<Anomaly>({
      kind: fc.constantFrom('stale-read', ...ANOMALY_KINDS.keys()),
      message: fc.constant('It broke.'),
      operations: fc.array(id, { minLength: 1, maxLength: 9 }),
      relations: fc.array(fc.record({ from: id, to: id, kind: fc.constantFrom(...KINDS) })),
    }),
    longestOrder: fc.array(id.map((operation) => ({ operation, state: 'x is 1' }))),
    stuck: fc.array(id, { minLength: 1, maxLength: 2 }),
  })
})

test('one to five short steps in order of their calls, the same when told again', () => {
  fc.assert(
    fc.property(cases, (options) => {
      const story = tellHistory(options)
      const { steps, order } = story
      expect(steps.length).toBeGreaterThanOrEqual(1)
      expect(steps.length).toBeLessThanOrEqual(5)
      const ids = steps.map(({ operation }) => operation)
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
      for (const id of ids) expect(options.anomaly.operations).toContain(id)
      expect(order?.legal.length).toBeLessThanOrEqual(4)
      for (const text of [...steps.map((step) => step.text), ...(order?.legal ?? [])]) {
        expect(text.length).toBeGreaterThan(0)
        expect(text.length).toBeLessThanOrEqual(160)
        expect(text).not.toMatch(/undefined|\[object|NaN|\p{Cc}/u)
      }
      const copy = JSON.parse(JSON.stringify(options)) as typeof options
      expect(printHistoryStory(tellHistory(copy))).toBe(printHistoryStory(story))
    }),
    { numRuns: RUNS },
  )
})
