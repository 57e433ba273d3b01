/** What causal consistency forbids, what it leaves open, and what causal+ adds. */
import { read, write } from '../../figures/small-history.ts'
import type { TimelineFigure } from '../../schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'judge',
  question: 'Does everybody see causes before effects?',
  histories: [
    {
      id: 'effect-without-cause',
      name: 'A reply without what it replies to',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'photo', 1, [0, 2]),
        read('c2', 'photo', 1, [3, 5]),
        write('c2', 'comment', 1, [6, 8]),
        read('c3', 'comment', 1, [9, 11]),
        read('c3', 'photo', 0, [12, 14]),
      ],
      expected: { 'causal-memory': 'fail', 'causal-convergence': 'fail', pram: 'pass' },
      why: 'The comment depends on the photo, because c2 had read it. c3 saw the effect and not the cause. PRAM looks at each writer alone and finds nothing wrong.',
    },
    {
      id: 'opposite-orders',
      name: 'Two titles, seen in opposite orders',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'title', 1, [0, 2]),
        write('c2', 'title', 2, [1, 3]),
        read('c3', 'title', 1, [4, 6]),
        read('c4', 'title', 2, [5, 7]),
        read('c3', 'title', 2, [8, 10]),
        read('c4', 'title', 1, [9, 11]),
      ],
      expected: { 'causal-memory': 'pass', 'causal-convergence': 'fail', sequential: 'fail' },
      why: 'Neither write knew of the other, so causes do not order them and each reader may have its own order. Causal+ wants one order for all, and c3 and c4 ended with different titles.',
    },
    {
      id: 'not-yet',
      name: 'Old, and in order',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'photo', 1, [0, 2]),
        read('c2', 'photo', 1, [3, 5]),
        write('c2', 'comment', 1, [6, 8]),
        read('c3', 'comment', 0, [9, 11]),
        read('c3', 'photo', 0, [12, 14]),
      ],
      expected: { 'causal-memory': 'pass', 'causal-convergence': 'pass', linearizable: 'fail' },
      why: 'c3 is behind and sees neither. Causal consistency says nothing about how far behind one may be.',
    },
  ],
  summary:
    'A reader who sees a comment and not the photo under it breaks causal consistency, though each ' +
    'writer’s own order is kept. Two writes that do not know of each other may be seen in opposite ' +
    'orders; causal+ forbids that. Seeing neither photo nor comment is old, and allowed.',
}
