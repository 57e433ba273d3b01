/** The checkers against the definitions, on random small histories. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkIsolation } from '../../../grader/core/check/transactions/check-isolation.ts'
import { classifyIsolation } from '../../../grader/core/check/transactions/classify-isolation.ts'
import { type IsolationLevelId } from '../../../grader/core/check/transactions/isolation-levels.ts'
import { validateHistory } from '../../../grader/core/history/validate-history.ts'
import { holdsByDefinition } from './brute-force.ts'
import { randomHistory } from './random-history.ts'
import { printHistory } from './script.ts'

const LIMITS = { stepsMax: 1_000_000 }
const EFFORT = Number(process.env['NETSPLIT_FUZZ'] ?? 1)
const RUNS = Math.ceil(300 * EFFORT)
/** All orders of so many writes can still be tried. */
const WRITES_MAX = 7
const SAMPLES = 2_000
/** In a thousand random histories more than so many hold the first level but not the second. */
const APART_MIN: readonly (readonly [IsolationLevelId, IsolationLevelId, number])[] = [
  ['read-uncommitted', 'read-committed', 8],
  ['read-committed', 'parallel-snapshot-isolation', 60],
  ['parallel-snapshot-isolation', 'snapshot-isolation', 2],
  ['snapshot-isolation', 'serializable', 15],
  ['snapshot-isolation', 'repeatable-read', 15],
  ['serializable', 'strong-session-serializable', 100],
  ['strong-session-serializable', 'strict-serializable', 60],
]
/** And so many hold none. */
const NONE_MIN = 10
const TIMEOUT_MS = 60_000 * Math.max(1, EFFORT)

describe.each(['w', 'append'] as const)('histories of "%s"', (workload) => {
  test.each([
    [4, RUNS],
    [5, Math.ceil(RUNS / 10)],
  ])(
    'of up to %i transactions are judged as defined',
    (transactionsMax, numRuns) => {
      fc.assert(
        // Small numbers are no better than others, and repetitions would be wasted.
        fc.property(fc.noBias(fc.nat()), (seed) => {
          const history = randomHistory(seed, {
            workload,
            transactions: [3, transactionsMax],
            writesMax: WRITES_MAX,
          })
          const text = printHistory(history)
          const report = classifyIsolation(history, LIMITS)
          for (const { level, verdict } of report.levels) {
            const expected = holdsByDefinition(history, level) ? 'pass' : 'fail'
            expect(verdict.verdict, `${level}\n${text}`).toBe(expected)
            const alone = checkIsolation(history, level, LIMITS)
            expect(alone.verdict, `${level} alone\n${text}`).toBe(expected)
          }
        }),
        { numRuns },
      )
    },
    TIMEOUT_MS,
  )

  test('put every level to the test', () => {
    const held = Array.from({ length: SAMPLES }, (_, seed) => {
      const history = randomHistory(seed, {
        workload,
        transactions: [3, 4],
        writesMax: WRITES_MAX,
      })
      expect(validateHistory(history)).toEqual([])
      const { levels } = classifyIsolation(history, LIMITS)
      return new Set(
        levels.flatMap(({ level, verdict }) => (verdict.verdict === 'pass' ? level : [])),
      )
    })
    const share = (isCounted: (levels: ReadonlySet<IsolationLevelId>) => boolean) =>
      (held.filter(isCounted).length * 1_000) / SAMPLES
    expect(share((levels) => levels.has('strict-serializable'))).toBeGreaterThan(300)
    for (const [holds, fails, min] of APART_MIN) {
      const apart = share((levels) => levels.has(holds) && !levels.has(fails))
      expect(apart, `${holds} without ${fails}`).toBeGreaterThan(min)
    }
    expect(
      share((levels) => levels.size === 0),
      'none',
    ).toBeGreaterThan(NONE_MIN)
  })
})
