/** Code that wants more memory than it gets. Some of it hits the clock before the limit. */
import { type Attack, atLoad, type Fall, inHandler, inNode, MEMORY } from './attack.ts'

function grows(
  id: string,
  title: string,
  body: string,
  expected: readonly Fall[] = MEMORY,
): Attack {
  return { id, title, source: inHandler(body), expected }
}

function rarely(
  id: string,
  title: string,
  body: string,
  expected: readonly Fall[] = MEMORY,
): Attack {
  return { ...grows(id, title, body, expected), runs: 'in full' }
}

/** What the isolate counts itself. */
const onHeap: readonly Attack[] = [
  grows(
    'memory-map',
    'a map that grows',
    'const map = new Map(); for (let i = 0; ; i++) map.set(i, i)',
    ['memory-limit'],
  ),
  rarely(
    'memory-set',
    'a set that grows',
    'const set = new Set(); for (let i = 0; ; i++) set.add(i)',
  ),
  rarely(
    'memory-objects',
    'objects without end',
    "const all = []; for (let i = 0; ; i++) all.push({ i, a: [i], s: 'k' + i })",
  ),
  rarely(
    'memory-arrays',
    'an array of arrays that grows',
    'const all = []; for (;;) all.push(new Array(1e5).fill(1.1))',
  ),
  rarely(
    'memory-catch',
    'an array that grows, and catches what stops it',
    'const all = []; for (;;) { try { for (;;) all.push(new Array(1e5).fill(all)) } catch {} }',
  ),
  grows('memory-one-array', 'one huge array', 'new Array(2 ** 27).fill(1.5)'),
  rarely(
    'memory-copied',
    'an array filled from a buffer',
    'const b = new Uint8Array(40 * 2 ** 20); const a = new Array(b.length); let i = a.length; while (i--) a[i] = b[i]',
  ),
  rarely(
    'memory-symbols',
    'symbols that are never forgotten',
    "for (let i = 0; ; i++) Symbol.for('s' + i)",
  ),
  rarely(
    'memory-generator',
    'an array of all that a generator gives',
    '[...(function* () { for (;;) yield "x" })()]',
  ),
  rarely(
    'memory-bigints',
    'huge numbers',
    'const all = []; for (;;) all.push((1n << 100000000n) + BigInt(all.length))',
  ),
  rarely(
    'memory-closures',
    'functions that hold each other',
    'let f = () => 0; for (;;) { const g = f, kept = new Array(100).fill(0); f = () => g() + kept.length }',
  ),
  rarely(
    'memory-keys',
    'an object with keys without end',
    "const o = {}; for (let i = 0; ; i++) o['k' + i] = i",
  ),
  rarely(
    'memory-errors',
    'errors with their stacks',
    "const all = []; for (;;) all.push(new Error('x').stack)",
  ),
  rarely(
    'memory-regexps',
    'expressions without end',
    "const all = []; for (let i = 0; ; i++) { const r = new RegExp('a{' + (i % 1000) + '}b' + i); r.test('x'); all.push(r) }",
  ),
]

const texts: readonly Attack[] = [
  grows(
    'memory-flattened',
    'texts that are flattened',
    "const all = []; for (let i = 0; ; i++) { const s = 'ab'.repeat(2 ** 27) + i; all.push(s); s.charCodeAt(9) }",
  ),
  rarely(
    'memory-joined',
    'texts that are joined',
    "const b = new Array(1000).fill('x'.repeat(2 ** 18)); const all = []; for (;;) all.push(b.join(','))",
  ),
  rarely(
    'memory-split',
    'texts that are cut up',
    "const all = []; for (;;) all.push('a,'.repeat(2 ** 20).split(','))",
  ),
  rarely(
    'memory-replaced',
    'a text that doubles with each replacement',
    "let s = 'aa'; for (;;) s = s.replaceAll('a', 'aa')",
    ['threw', ...MEMORY],
  ),
  rarely(
    'memory-padded',
    'texts that are padded',
    "const all = []; for (let i = 0; ; i++) all.push(('x' + i).padEnd(2 ** 28).toUpperCase())",
    ['threw', ...MEMORY],
  ),
]

/** What lies outside the heap of an isolate, where its own limit does not count. */
const offHeap: readonly Attack[] = [
  grows(
    'memory-buffers',
    'buffers',
    'const all = []; for (;;) all.push(new Uint8Array(1 << 20).fill(1))',
    ['threw', ...MEMORY],
  ),
  rarely(
    'memory-buffers-catch',
    'buffers, catching what stops them',
    'const all = []; for (;;) { try { all.push(new Uint8Array(1 << 20).fill(1)) } catch {} }',
  ),
  grows(
    'memory-one-buffer',
    'one buffer of four thousand million bytes',
    'new Uint8Array(2 ** 32)',
    ['threw', ...MEMORY],
  ),
  grows(
    'memory-resizable',
    'buffers that grow afterwards',
    'const all = []; for (;;) { const b = new ArrayBuffer(0, { maxByteLength: 1 << 28 }); b.resize(1 << 28); all.push(b) }',
    ['threw'],
  ),
  grows(
    'memory-resizable-hidden',
    'buffers that grow, made by the hidden constructor',
    'const Real = Object.getPrototypeOf(new Uint8Array(1).buffer).constructor; const b = new Real(0, { maxByteLength: 1 << 28 }); throw new Error(String(b.resizable) + typeof b.resize)',
    ['threw'],
  ),
  grows(
    'memory-subclass',
    'buffers that grow, made by a subclass',
    'class Mine extends ArrayBuffer {}; const b = Reflect.construct(ArrayBuffer, [0, { maxByteLength: 1 << 28 }], Mine); throw new Error(String(b.resizable))',
    ['threw'],
  ),
  grows(
    'memory-shared',
    'shared buffers',
    'const all = []; for (;;) all.push(new SharedArrayBuffer(1, { maxByteLength: 1 << 28 }))',
    ['threw'],
  ),
  grows(
    'memory-wasm',
    'memories of WebAssembly',
    'const all = []; for (;;) all.push(new WebAssembly.Memory({ initial: 4096 }))',
    ['threw'],
  ),
  grows(
    'memory-wasm-table',
    'tables of WebAssembly',
    "const all = []; for (;;) all.push(new WebAssembly.Table({ element: 'externref', initial: 9999999 }))",
    ['threw'],
  ),
  grows(
    'memory-intl',
    'formats of Intl',
    "const all = []; for (;;) all.push(new Intl.NumberFormat('ja'))",
    ['threw'],
  ),
  grows(
    'memory-segments',
    'segments of Intl',
    "new Intl.Segmenter('th', { granularity: 'word' }).segment('x'.repeat(1e6))",
    ['threw'],
  ),
  grows(
    'memory-weak',
    'weak references',
    'const all = []; for (;;) all.push(new WeakRef({ x: new Array(100) }))',
    ['threw'],
  ),
  rarely(
    'memory-weak-map',
    'weak maps without end',
    'const all = []; for (;;) { const w = new WeakMap(); w.set(w, new Array(1000).fill(w)); all.push(w) }',
  ),
  rarely(
    'memory-promises',
    'promises without end',
    "const all = []; const P = (0, eval)('(async () => {})()').constructor; for (;;) all.push(new P(() => {}))",
  ),
  rarely(
    'memory-rejections',
    'rejected promises without end',
    "const P = (0, eval)('(async () => {})()').constructor; for (;;) P.reject(1)",
  ),
]

/** A little with each call, so that no single call is to blame. */
const overTime: readonly Attack[] = [
  {
    id: 'memory-each-timer',
    title: 'an array more with each timer',
    source: inNode(
      "kept = []\nonStart() { this.setTimer('more', 1) }\nonTimer() { this.kept.push(new Array(1e5).fill(1.5)); this.setTimer('more', 1) }",
    ),
    expected: MEMORY,
  },
  {
    id: 'memory-each-timer-buffer',
    title: 'a buffer more with each timer',
    source: inNode(
      "kept = []\nonStart() { this.setTimer('more', 1) }\nonTimer() { this.kept.push(new Uint8Array(1e6).fill(1)); this.setTimer('more', 1) }",
    ),
    expected: ['threw', ...MEMORY],
  },
  {
    id: 'memory-each-timer-caught',
    title: 'a buffer more with each timer, catching what stops it',
    source: inNode(
      "kept = []\nonStart() { this.setTimer('more', 1) }\nonTimer() { try { this.kept.push(new Uint8Array(1e6).fill(1)) } catch {} this.setTimer('more', 1) }",
    ),
    expected: ['claim-broken', ...MEMORY],
    runs: 'in full',
  },
  {
    id: 'memory-load',
    title: 'a thousand million zeros while the module is read',
    source: atLoad('Array(1e9).fill(0)'),
    expected: MEMORY,
    runs: 'in full',
  },
]

export const memory: readonly Attack[] = [...onHeap, ...texts, ...offHeap, ...overTime]
