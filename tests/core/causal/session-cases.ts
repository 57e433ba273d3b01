/** Histories that break one session guarantee each, and what there is to say about it. */

export type Guarantee =
  | 'read-your-writes'
  | 'monotonic-reads'
  | 'monotonic-writes'
  | 'writes-follow-reads'

interface BrokenCase {
  readonly name: string
  readonly history: string
  readonly breaks: readonly Guarantee[]
  readonly message: string
}

export const BROKEN: readonly BrokenCase[] = [
  {
    name: 'the own write is not there',
    history: `
      c1 w x=1
      c1 r x=0
    `,
    breaks: ['read-your-writes'],
    message: 'c1 read x = 0, the initial value, after it had written x = 1.',
  },
  {
    name: 'an older own write comes back',
    history: `
      c1 w x=1
      c1 w x=2
      c1 r x=1
    `,
    breaks: ['read-your-writes'],
    message: 'c1 read x = 1 after it had written x = 2; c1 wrote x = 2 after x = 1.',
  },
  {
    name: 'what was there before the own write comes back',
    history: `
      c1 w x=1
      c2 r x=1
      c2 w x=2
      c2 r x=1
    `,
    breaks: ['read-your-writes'],
    message: 'c2 read x = 1 after it had written x = 2; c2 wrote x = 2 after it had read x = 1.',
  },
  {
    name: 'something older by the same writer comes back over the own write',
    history: `
      c1 w x=1
      c1 w x=2
      c2 r x=2
      c2 w x=3
      c2 r x=1
    `,
    // It read 2 and then 1, which c1 wrote in the opposite order.
    breaks: ['read-your-writes', 'monotonic-reads'],
    message:
      'c2 read x = 1 after it had written x = 3; x = 3 came after x = 1: ' +
      'c1 wrote x = 1 and then wrote x = 2; c2 read x = 2 and then wrote x = 3.',
  },
  {
    name: 'what was there before comes back over an own write behind one that timed out',
    history: `
      c1 w x=1
      c2 r x=1
      c2 w? x=2
      c2 w x=3
      c3 r x=2
      c2 r x=1
    `,
    breaks: ['read-your-writes'],
    message: 'c2 read x = 1 after it had written x = 3; c2 wrote x = 3 after it had read x = 1.',
  },
  {
    name: 'reads go back to what the same session wrote before',
    history: `
      c1 w x=1
      c1 w x=2
      c2 r x=2
      c2 r x=1
    `,
    breaks: ['monotonic-reads'],
    message: 'c2 read x = 1 after it had read x = 2; c1 wrote x = 2 after x = 1.',
  },
  {
    name: 'reads go back to the initial value',
    history: `
      c1 w x=1
      c2 r x=1
      c2 r x=0
    `,
    breaks: ['monotonic-reads'],
    message: 'c2 read x = 0, the initial value, after it had read x = 1.',
  },
  {
    name: 'reads go to and fro between two writers',
    history: `
      c1 w x=1
      c2 w x=2
      c3 r x=1
      c3 r x=2
      c3 r x=1
    `,
    breaks: ['monotonic-reads'],
    message:
      'c3 read x = 1 after it had read x = 2; x = 2 came after x = 1: ' +
      'c3 knew of x = 1 and read x = 2, so that came later.',
  },
  {
    name: 'the later write of another session is there, the earlier is not',
    history: `
      c1 w x=1
      c1 w y=2
      c2 r y=2
      c2 r x=0
    `,
    breaks: ['monotonic-writes'],
    message:
      'c2 read x = 0, the initial value, after it had read y = 2 ' +
      '(c1 wrote x = 1 and then wrote y = 2).',
  },
  {
    name: 'the later write is there, with what the earlier had overwritten',
    history: `
      c1 w x=1
      c1 w x=2
      c1 w y=3
      c2 r y=3
      c2 r x=1
    `,
    breaks: ['monotonic-writes'],
    message:
      'c2 read x = 1 after it had read y = 3 (c1 wrote x = 2 and then wrote y = 3); ' +
      'c1 wrote x = 2 after x = 1.',
  },
  {
    name: 'an answer is there, what it answers is not',
    history: `
      c1 w x=1
      c2 r x=1
      c2 w y=2
      c3 r y=2
      c3 r x=0
    `,
    breaks: ['writes-follow-reads'],
    message:
      'c3 read x = 0, the initial value, after it had read y = 2 ' +
      '(c2 read x = 1 and then wrote y = 2).',
  },
  {
    name: 'an answer to an answer is there, what began it all is not',
    history: `
      c1 w x=1
      c2 r x=1
      c2 w y=2
      c3 r y=2
      c3 w z=3
      c4 r z=3
      c4 r x=0
    `,
    breaks: ['writes-follow-reads'],
    message:
      'c4 read x = 0, the initial value, after it had read z = 3 ' +
      '(c2 read x = 1 and then wrote y = 2; c3 read y = 2 and then wrote z = 3).',
  },
  {
    name: 'what was read before a write comes back after it',
    history: `
      c1 w x=1
      c2 r x=1
      c2 w x=2
      c3 r x=2
      c3 r x=1
    `,
    breaks: ['writes-follow-reads'],
    message: 'c3 read x = 1 after it had read x = 2; c2 wrote x = 2 after it had read x = 1.',
  },
  {
    name: 'each of two writes was read before the other was written',
    history: `
      c1 r y=2
      c1 w x=1
      c2 r x=1
      c2 w y=2
    `,
    breaks: ['writes-follow-reads'],
    message:
      'Causes and effects go round in a circle: c1 read y = 2 and then wrote x = 1; ' +
      'c2 read x = 1 and then wrote y = 2.',
  },
]
