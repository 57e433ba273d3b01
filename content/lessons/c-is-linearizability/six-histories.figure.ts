/** Six small histories of a register that holds 0, for placing linearization points by hand. */
import type { TimelineFigure } from '#content/schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'place',
  question:
    'Place one moment in each bar so that every read returns the latest write before it. Is there a way?',
  histories: [
    {
      id: 'late-read',
      name: 'A read after the write',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'A', f: 'write', input: 1, from: 0, to: 10 },
        { client: 'B', f: 'read', output: 0, from: 12, to: 15 },
      ],
      expected: { linearizable: 'fail', sequential: 'pass' },
      why: 'The write had ended when the read began, so its moment comes first and the read had to return 1.',
    },
    {
      id: 'overlapping-read',
      name: 'Reads that overlap a write',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'A', f: 'write', input: 1, from: 0, to: 10 },
        { client: 'B', f: 'read', output: 1, from: 2, to: 6 },
        { client: 'C', f: 'read', output: 0, from: 3, to: 7 },
      ],
      expected: { linearizable: 'pass' },
      why: 'C’s read may happen at 3, the write at 4 and B’s read at 5. The two reads overlap each other, so either order will do.',
    },
    {
      id: 'new-then-old',
      name: 'New, and then old',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'A', f: 'write', input: 1, from: 0, to: 10 },
        { client: 'B', f: 'read', output: 1, from: 2, to: 4 },
        { client: 'C', f: 'read', output: 0, from: 5, to: 7 },
      ],
      expected: { linearizable: 'fail', sequential: 'pass' },
      why: 'B saw 1 by time 4, so the write had taken effect by then, although it was still running. C began at 5.',
    },
    {
      id: 'two-writers',
      name: 'Two writes and a read',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'A', f: 'write', input: 1, from: 0, to: 2 },
        { client: 'B', f: 'write', input: 2, from: 3, to: 5 },
        { client: 'C', f: 'read', output: 1, from: 6, to: 8 },
      ],
      expected: { linearizable: 'fail', sequential: 'pass' },
      why: 'No two bars overlap, so there is one order to try: 1, 2, read. The read had to return 2.',
    },
    {
      id: 'timed-out-late',
      name: 'A write that timed out, seen late',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'A', f: 'write', input: 1, from: 0 },
        { client: 'B', f: 'read', output: 0, from: 5, to: 6 },
        { client: 'B', f: 'read', output: 1, from: 7, to: 8 },
      ],
      expected: { linearizable: 'pass' },
      why: 'A’s bar has no right end, so the write may happen between the two reads, long after A gave up.',
    },
    {
      id: 'timed-out-undone',
      name: 'A write that timed out, seen and gone',
      object: 'register',
      initial: 0,
      operations: [
        { client: 'A', f: 'write', input: 1, from: 0 },
        { client: 'B', f: 'read', output: 1, from: 5, to: 6 },
        { client: 'B', f: 'read', output: 0, from: 7, to: 8 },
      ],
      expected: { linearizable: 'fail', sequential: 'fail' },
      why: 'Once 1 was read the write has happened, and nothing wrote 0 again.',
    },
  ],
  summary:
    'Six histories of a register that holds 0. A read of 0 after a finished write of 1 is not linearizable. Overlapping reads of 1 and 0 during the write are. A read of 1 that ends before a read of 0 begins is not, even while the write runs. A read of 1 after finished writes of 1 and then 2 is not. With a write of 1 that timed out, reading 0 and then 1 is linearizable, and 1 and then 0 is not.',
}
