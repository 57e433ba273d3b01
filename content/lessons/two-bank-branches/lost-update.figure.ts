/** The branch story in the words of registers: reads and writes that are in order, money that is not. */
import type { TimelineFigure } from '#content/schema/figure.ts'

export const figure: TimelineFigure = {
  kind: 'timeline',
  mode: 'place',
  question:
    'Can you place one moment in each bar so that every read returns the latest write before it?',
  histories: [
    {
      id: 'line-works',
      name: 'Both branches at once, line working',
      object: 'register',
      initial: 1000,
      operations: [
        { client: 'A', f: 'read', output: 1000, from: 0, to: 3 },
        { client: 'B', f: 'read', output: 1000, from: 1, to: 4 },
        { client: 'A', f: 'write', input: 200, from: 5, to: 8 },
        { client: 'B', f: 'write', input: 500, from: 6, to: 9 },
      ],
      expected: { linearizable: 'pass' },
      why: 'Both reads, then the write of 200, then the write of 500: the register did nothing wrong. 1,300 were paid out of 1,000 all the same, because each branch wrote a balance that it had worked out from an old one.',
    },
    {
      id: 'line-dead',
      name: 'One after the other, line dead',
      object: 'register',
      initial: 1000,
      operations: [
        { client: 'A', f: 'read', output: 1000, from: 0, to: 1 },
        { client: 'A', f: 'write', input: 200, from: 2, to: 4 },
        { client: 'B', f: 'read', output: 1000, from: 6, to: 7 },
        { client: 'B', f: 'write', input: 500, from: 8, to: 10 },
      ],
      expected: { linearizable: 'fail', sequential: 'pass' },
      why: 'B reads 1,000 at 6, after A’s write of 200 had ended at 4, so no placement works. Were clocks of no concern, there would be an order: A reads, B reads, A writes, B writes. It keeps each branch’s own order, and is called sequentially consistent.',
    },
  ],
  summary:
    'Two histories of a register that holds 1000. In the first, A and B read 1000 at overlapping times and then write 200 and 500 at overlapping times: it is linearizable. In the second, A reads 1000 and writes 200 before B begins; B then reads 1000 and writes 500: it is not linearizable, but sequentially consistent. In both of them 1300 were paid out.',
}
