/** Histories that keep one order without keeping time, and two keys that lose even that. */
import { read, write } from '../../figures/small-history.ts'
import type { TimelineFigure } from '../../schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'judge',
  question: 'Is there one order of all operations that keeps each client’s own order?',
  histories: [
    {
      id: 'old-after-new',
      name: 'An old value after a newer write',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'x', 1, [0, 2]),
        write('c2', 'x', 2, [3, 5]),
        read('c3', 'x', 1, [6, 8]),
      ],
      expected: { sequential: 'pass', linearizable: 'fail' },
      why: 'Write 2, write 1, read 1 is such an order. It swaps two writes that no single client made, and only real time would object.',
    },
    {
      id: 'key-x-alone',
      name: 'Only what happened to x',
      object: 'kv',
      initial: 0,
      operations: [write('c1', 'x', 1, [0, 2]), read('c2', 'x', 0, [4, 6])],
      expected: { sequential: 'pass', linearizable: 'fail' },
      why: 'c2’s read fits before the write.',
    },
    {
      id: 'both-keys',
      name: 'The whole run, x and y',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'x', 1, [0, 2]),
        write('c2', 'y', 1, [1, 3]),
        read('c1', 'y', 0, [4, 6]),
        read('c2', 'x', 0, [5, 7]),
      ],
      expected: { sequential: 'fail', 'causal-memory': 'pass', 'causal-convergence': 'pass' },
      why: 'c1’s read says that y was written after x; c2’s says that x was written after y. Each key alone is sequentially consistent, the two together are not.',
    },
  ],
  summary:
    'An old value after a newer write can be sequentially consistent, since the two writes may change ' +
    'places. With two keys, each client writes one and then reads the other as not written yet. Each key ' +
    'alone is sequentially consistent, both together are not: the property is not local.',
}
