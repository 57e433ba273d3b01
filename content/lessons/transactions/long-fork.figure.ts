/** Two readers, two independent payments, opposite orders; and a serial order against the clock. */
import { transaction } from '../../figures/small-history.ts'
import type { TimelineFigure } from '../../schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'judge',
  question: 'Is there an order in which the transactions could have run one at a time?',
  histories: [
    {
      id: 'long-fork',
      name: 'Two readers, opposite orders',
      object: 'transactions',
      initial: null,
      operations: [
        transaction('c1', [['w', 'x', 1]], [0, 2]),
        transaction('c2', [['w', 'y', 1]], [1, 3]),
        transaction(
          'c3',
          [
            ['r', 'x', 1],
            ['r', 'y', null],
          ],
          [4, 6],
        ),
        transaction(
          'c4',
          [
            ['r', 'x', null],
            ['r', 'y', 1],
          ],
          [5, 7],
        ),
      ],
      expected: {
        serializable: 'fail',
        'snapshot-isolation': 'fail',
        'parallel-snapshot-isolation': 'pass',
      },
      why: 'For c3 the write of x came first, for c4 that of y. No single order has room for both readers, and no moment has both snapshots.',
    },
    {
      id: 'against-the-clock',
      name: 'A reader placed in the past',
      object: 'transactions',
      initial: null,
      operations: [
        transaction('c1', [['w', 'x', 1]], [0, 2]),
        transaction('c2', [['r', 'x', null]], [4, 6]),
      ],
      expected: { serializable: 'pass', 'strict-serializable': 'fail' },
      why: 'The reader, then the writer: a serial order. The clock says otherwise, and serializability does not ask the clock.',
    },
  ],
  summary:
    'Two independent writes and two readers that see them in opposite orders form a long fork. It is ' +
    'neither serializable nor snapshot isolation. A reader that misses a write which had committed ' +
    'before it began is serializable, and not strict serializable.',
}
