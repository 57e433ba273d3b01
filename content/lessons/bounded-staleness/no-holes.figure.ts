/** A consistent prefix may be old and may not have holes. */
import { read, write } from '../../figures/small-history.ts'
import type { TimelineFigure } from '../../schema/figure.ts'

const FIRST_ORDER_THEN_INVOICE = [
  write('c1', 'order', 1, [0, 2]),
  write('c1', 'invoice', 1, [3, 5]),
]

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'judge',
  question: 'Did c2 see a first part of what was written, without a hole?',
  histories: [
    {
      id: 'old-without-hole',
      name: 'The order, and no invoice yet',
      object: 'kv',
      initial: 0,
      operations: [
        ...FIRST_ORDER_THEN_INVOICE,
        read('c2', 'order', 1, [6, 8]),
        read('c2', 'invoice', 0, [9, 11]),
      ],
      expected: { 'consistent-prefix': 'pass', linearizable: 'fail' },
      why: 'c2 sees the first of the two writes. That is an old state of the store, and one that it really was in.',
    },
    {
      id: 'hole',
      name: 'The invoice, and no order',
      object: 'kv',
      initial: 0,
      operations: [
        ...FIRST_ORDER_THEN_INVOICE,
        read('c2', 'invoice', 1, [6, 8]),
        read('c2', 'order', 0, [9, 11]),
      ],
      expected: { 'consistent-prefix': 'fail', 'read-your-writes': 'pass' },
      why: 'No first part of the writes holds the invoice and lacks the order. Each value by itself is at most one write behind.',
    },
  ],
  summary:
    'An order is written, then its invoice. A reader that sees the order alone has an old, complete ' +
    'state. A reader that sees the invoice alone has a state that never was: the prefix has a hole.',
}
