/** Code that wants more memory than it gets. Some of it hits the clock before the limit. */
import { type Attack, atLoad, inHandler } from './attack.ts'

const EITHER = ['memory-limit', 'time-limit'] as const

export const memory: readonly Attack[] = [
  {
    id: 'map that grows',
    source: inHandler('const map = new Map(); for (let i = 0; ; i++) map.set(i, i)'),
    outcomes: ['memory-limit'],
  },
  {
    id: 'array of arrays that grows',
    source: inHandler('const all: unknown[] = []; for (;;) all.push(new Array(1e5).fill(1.1))'),
    outcomes: EITHER,
  },
  {
    id: 'array that grows with each message',
    source: [
      "import { RaftNode } from 'netsplit/raft'",
      'export class Hoarder extends RaftNode {',
      '  kept: number[][] = []',
      "  onStart() { this.setTimer('more', 1) }",
      "  onTimer() { this.kept.push(new Array(1e5).fill(1.5)); this.setTimer('more', 1) }",
      '}',
    ].join('\n'),
    outcomes: EITHER,
  },
  { id: 'one huge array', source: inHandler('new Array(2 ** 27).fill(1.5)'), outcomes: EITHER },
  { id: 'array of a thousand million', source: atLoad('Array(1e9).fill(0)'), outcomes: EITHER },
  {
    id: 'strings that are flattened',
    source: inHandler(
      "const all = []; for (let i = 0; ; i++) { const s = 'ab'.repeat(2 ** 27) + i; all.push(s); s.charCodeAt(9) }",
    ),
    outcomes: EITHER,
  },
  {
    id: 'array filled from a buffer',
    source: inHandler(
      'const b = new Uint8Array(40 * 2 ** 20); const a = new Array(b.length); let i = a.length; while (i--) a[i] = b[i]',
    ),
    outcomes: EITHER,
  },
  {
    id: 'buffers outside the heap',
    source: inHandler('const all = []; for (;;) all.push(new Uint8Array(1 << 20).fill(1))'),
    outcomes: ['failed', ...EITHER],
  },
]
