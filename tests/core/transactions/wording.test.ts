/** What learners read: the sentences of anomalies, word by word. */
import { describe, expect, test } from 'vitest'
import { classifyIsolation } from '../../../grader/core/check/transactions/classify-isolation.ts'
import { historyOf } from './script.ts'

describe('the words', () => {
  test.each([
    [
      'Read skew: T0 (c1) wrote x = 1, which T1 (c2) read; T1 read y = null, which T0 overwrote with 1.',
      ['c1: w x 1, w y 1', 'c2: r x 1, r y nil'],
    ],
    [
      'Long fork: T0 (c1) appended 1 to x, which T2 (c3) read; T2 read y without 1, which T1 (c2) appended; ' +
        'T1 appended 1 to y, which T3 (c4) read; T3 read x without 1, which T0 appended.',
      ['c1: a x 1', 'c2: a y 1', 'c3: r x [1], r y nil', 'c4: r x nil, r y [1]'],
    ],
    [
      'Stale read: T0 (c1) returned before T1 (c2) was called; T1 read x = null, which T0 overwrote with 1.',
      ['c1 @0-1: w x 1', 'c2 @2-3: r x nil'],
    ],
    [
      'Both T0 (c1) and T1 (c2) read x = [] and appended to x: whichever of T0 and T1 came second did not see the other.',
      ['c1: r x nil, a x 1', 'c2: r x nil, a x 2'],
    ],
    ['T1 (c2) read x = 1, which T0 (c1) wrote before it aborted.', ['c1 fail: w x 1', 'c2: r x 1']],
    [
      'T1 (c2) read 1 in x, but T0 (c1) appended 2 to x after that.',
      ['c1: a x 1, a x 2', 'c2: r x [1]'],
    ],
    // Who updates what it read comes after its writer, so nothing needs to be tried.
    [
      'Read skew: T1 (c2) wrote y = 2, which T2 (c3) read; T2 read x = 1, which T1 overwrote with 2.',
      ['c1: w x 1', 'c2: r x 1, w x 2, w y 2', 'c3: r y 2, r x 1'],
    ],
    // That T0 wrote x before T2 follows from what T1 and T2 read, in two steps.
    [
      'Read skew: T2 (c3) wrote z = 3, which T3 (c4) read; T3 read x = 1, which T2 overwrote with 2; ' +
        'and T2 cannot have written x before T0 (circular information flow: T0 (c1) wrote x = 1, ' +
        'which T1 (c2) read; T1 wrote y = 1, which T2 (c3) read; T2 wrote x = 2, which T0 overwrote with 1).',
      ['c1: w x 1', 'c2: r x 1, w y 1', 'c3: r y 1, w x 2, w z 3', 'c4: r z 3, r x 1'],
    ],
  ])('are: %s', (message, lines) => {
    const { anomalies } = classifyIsolation(historyOf(...lines), { stepsMax: 10_000 })
    expect(anomalies[0]?.message).toBe(message)
  })

  test('hold a long circle only in part, its relations whole', () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `c${index}: w k${index} 1, r k${(index + 8) % 9} 1`,
    )
    const [anomaly] = classifyIsolation(historyOf(...lines), { stepsMax: 10_000 }).anomalies
    expect(anomaly?.message).toMatch(/; and so on for 3 more, back to T\d\.$/)
    expect(anomaly?.relations).toHaveLength(9)
  })
})
