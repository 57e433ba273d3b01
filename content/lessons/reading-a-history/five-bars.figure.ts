/** A history to read: one of each end, and an operation that two others overlap. */
import type { TimelineFigure } from '#content/schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'read',
  question: 'Which operations had surely ended before c3’s second read began?',
  histories: [
    {
      id: 'five-bars',
      name: 'Three clients, one register',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'c1', f: 'write', input: 1, from: 0, to: 6 },
        { client: 'c2', f: 'write', input: 2, from: 2, to: 4, outcome: 'fail' },
        { client: 'c3', f: 'read', output: 0, from: 3, to: 5 },
        { client: 'c2', f: 'write', input: 3, from: 8 },
        { client: 'c3', f: 'read', output: 1, from: 10, to: 12 },
      ],
      expected: { linearizable: 'pass' },
      why: 'c1’s write and both operations that began before time 6 had ended. c2’s second write began at 8 and has no end: it may have happened before the read, may happen later, or never.',
    },
  ],
  summary:
    'A register that holds 0. c1 writes 1 from time 0 to 6, ok. c2 writes 2 from 2 to 4 and is refused. c3 reads 0 from 3 to 5, while c1’s write runs. c2 writes 3 at 8 and never hears of it. c3 reads 1 from 10 to 12.',
}
