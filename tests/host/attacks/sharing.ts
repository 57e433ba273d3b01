/**
 * Nodes that talk past the network, runs that talk to later runs, and code that would act
 * differently the second time. Each node writes in every channel and throws what it finds.
 */
import { type Attack, honestWith, inHandler, inNode, tells } from './attack.ts'

/** `write` is done by every node after `read`, which finds nothing or gives the text found. */
function channel(id: string, title: string, read: string, write: string): Attack {
  return {
    id,
    title,
    source: inHandler(
      `const found = ${read}; if (found) throw new Error('found ' + found)\n${write}`,
    ),
    expected: ['claim-broken'],
  }
}

const channels: readonly Attack[] = [
  channel('share-global', 'a global variable', 'globalThis.left', 'globalThis.left = 7'),
  channel(
    'share-prototype',
    'a prototype',
    '({}).left || [].left',
    'Object.prototype.left = 7; Array.prototype.left = 7',
  ),
  channel('share-json', 'a patched function', 'JSON.left', 'JSON.left = 7; Math.left = 7'),
  channel(
    'share-symbol',
    'a symbol that is the same everywhere',
    "({})[Symbol.for('left')]",
    "Object.prototype[Symbol.for('left')] = 7",
  ),
  channel('share-regexp', 'what an expression matched last', 'RegExp.$1', ";/(left)/.test('left')"),
  channel(
    'share-kit',
    'the kit',
    'RaftNode.left || Node.left || this.disk.constructor.left',
    'RaftNode.left = 7; Node.left = 7; this.disk.constructor.left = 7',
  ),
  channel(
    'share-module',
    'the module',
    'module.left || require.left',
    'module.left = 7; require.left = 7',
  ),
  channel('share-class', 'a static field', 'this.constructor.left', 'this.constructor.left = 7'),
  channel(
    'share-template',
    'the object of a template',
    "((parts) => parts.raw.left ?? '')`left`",
    'Object.prototype.left = 7',
  ),
  channel(
    'share-function',
    'the function constructor',
    'Function.left || Function.prototype.left',
    'Function.left = 7; Function.prototype.left = 7',
  ),
  channel(
    'share-buffer',
    'a buffer',
    'globalThis.kept?.[0]',
    'globalThis.kept = new Int32Array(2).fill(7)',
  ),
  channel(
    'share-disk',
    'the disk without a write',
    "this.disk.read('left')",
    'Object.defineProperty(this.disk, "left", { value: 7 })',
  ),
]

/** What would differ between two runs of one seed, if it were there. */
function same(id: string, title: string, expression: string, says: RegExp): Attack {
  return { id, title, source: tells(expression), expected: ['threw'], says }
}

const differences: readonly Attack[] = [
  same(
    'differ-random',
    'randomness',
    '[Math.random() === Math.random(), typeof Math.random()].join()',
    /^false,number$/,
  ),
  same(
    'differ-date',
    'the time of day',
    '[Date.now(), new Date().getTime(), +new Date()].join()',
    /^0,0,0$/,
  ),
  same(
    'differ-locale',
    'language settings',
    "[typeof Intl, typeof (1).toLocaleString, typeof ''.localeCompare, typeof new Date().toLocaleString].join()",
    /^undefined,(undefined,?){2,3}$/,
  ),
  same(
    'differ-zone',
    'the time zone',
    '[typeof new Date().getTimezoneOffset, typeof Date.UTC].join()',
    /^undefined,undefined$/,
  ),
  same(
    'differ-date-hidden',
    'the real Date behind the present one',
    "typeof Object.getPrototypeOf(Date.prototype).now + typeof (0, eval)('Date').UTC",
    /^undefinedundefined$/,
  ),
  same(
    'differ-collector',
    'what the collector frees',
    'typeof WeakRef + typeof FinalizationRegistry + typeof gc',
    /^undefinedundefinedundefined$/,
  ),
  same(
    'differ-clock',
    'clocks',
    'typeof performance + typeof Atomics + typeof SharedArrayBuffer + typeof Temporal',
    /^undefined{1}(undefined){3}$/,
  ),
]

const twins: readonly Attack[] = [
  {
    id: 'twin-stack',
    title: 'votes that depend on how deep the stack is',
    source: honestWith(
      'let depth = 0; (function again() { depth++; again.x = depth; try { again() } catch {} })(); if (depth % 2 === 1) return',
    ),
    expected: ['pass', 'not-deterministic', 'claim-broken'],
    isHonest: true,
  },
  {
    id: 'twin-depth-told',
    title: 'the depth of the stack as a note',
    source: inHandler(
      'let depth = 0; (function again() { depth++; try { again() } catch {} })(); this.note("depth " + depth)',
    ),
    expected: ['claim-broken', 'not-deterministic'],
  },
  {
    id: 'twin-count',
    title: 'counting runs to be honest only at first',
    source: honestWith(
      'globalThis.runs = (globalThis.runs ?? 0) + 1; this.note("run " + globalThis.runs); if (globalThis.runs > 1) throw new Error("second run")',
    ),
    expected: ['pass'],
    isHonest: true,
  },
  {
    id: 'twin-heap',
    title: 'the time of the collector, as a note',
    source: inNode(
      "onStart() { this.note(String(new Error('x').stack.length)); const kept = []; for (let i = 0; i < 1e5; i++) kept.push({ i }); this.note(String(kept.length)) }",
    ),
    expected: ['claim-broken'],
  },
]

export const sharing: readonly Attack[] = [...channels, ...differences, ...twins]
