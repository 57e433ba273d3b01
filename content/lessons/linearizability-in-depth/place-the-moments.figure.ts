/** Four short histories of one register. They look alike, and two are not linearizable. */
import { read, write, writeWithoutAnswer } from '../../figures/small-history.ts'
import type { TimelineFigure } from '../../schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'place',
  question:
    'Give each operation a moment, so that every read returns the last value written before it.',
  histories: [
    {
      id: 'during-a-write',
      name: 'Two reads while a write runs',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'x', 1, [0, 10]),
        read('c2', 'x', 1, [2, 4]),
        read('c3', 'x', 0, [5, 7]),
      ],
      expected: { linearizable: 'fail', sequential: 'pass' },
      why: 'c2 saw the write, so it had happened by 4. c3 started at 5 and must see it too, although the write itself still runs.',
    },
    {
      id: 'overlapping-reads',
      name: 'The same reads, overlapping',
      object: 'kv',
      initial: 0,
      operations: [
        write('c1', 'x', 1, [0, 10]),
        read('c2', 'x', 1, [2, 6]),
        read('c3', 'x', 0, [3, 7]),
      ],
      expected: { linearizable: 'pass', sequential: 'pass' },
      why: 'Between 3 and 6 there is room for c3’s read, then the write, then c2’s read.',
    },
    {
      id: 'seen-then-gone',
      name: 'A write without an answer, seen and gone',
      object: 'kv',
      initial: 0,
      operations: [
        writeWithoutAnswer('c1', 'x', 1, 0),
        read('c2', 'x', 1, [5, 6]),
        read('c2', 'x', 0, [7, 8]),
      ],
      expected: { linearizable: 'fail', pram: 'fail' },
      why: 'Nobody told c1 what came of its write, but c2 saw it, so it happened, and it cannot un-happen.',
    },
    {
      id: 'late-then-seen',
      name: 'A write without an answer, late',
      object: 'kv',
      initial: 0,
      operations: [
        writeWithoutAnswer('c1', 'x', 1, 0),
        read('c2', 'x', 0, [5, 6]),
        read('c2', 'x', 1, [7, 8]),
      ],
      expected: { linearizable: 'pass' },
      why: 'The write has no end, so its moment may lie anywhere after 0, between the two reads for example.',
    },
  ],
  summary:
    'Four histories of one register. When one read saw a write, a read that starts later must see it ' +
    'too, even while the write still runs. If the two reads overlap, both values are fine. A write ' +
    'that nobody answered may take effect late, or never, but once it was seen it cannot vanish.',
}
