/** Recursion, in the learner's code and in V8's own: a full stack must stay inside. */
import { type Attack, atLoad, type Fall, inHandler, inNode, MEMORY } from './attack.ts'

const FULL = /^Maximum call stack size exceeded$/

function deep(id: string, title: string, body: string, says = FULL): Attack {
  return { id, title, source: inHandler(body), expected: ['threw'], says }
}

function survives(
  id: string,
  title: string,
  body: string,
  expected: readonly Fall[] = ['claim-broken'],
): Attack {
  return { id, title, source: inHandler(body), expected }
}

const inLanguage: readonly Attack[] = [
  deep('stack-function', 'a function that calls itself', '(function again() { again() })()'),
  deep(
    'stack-replace',
    'a replacer that replaces',
    "(function again() { 'a'.replace(/a/, again) })()",
  ),
  deep(
    'stack-getter',
    'a getter that reads itself',
    'const o = { get x() { return this.x } }; o.x',
  ),
  deep(
    'stack-primitive',
    'a value that becomes itself',
    'const o = { toString() { return `${o}` } }; `${o}`',
  ),
  deep('stack-sort', 'a comparison that sorts', '(function again() { [2, 1].sort(again) })()'),
  deep(
    'stack-proxies',
    'a proxy of proxies',
    'let p = {}; for (let i = 0; i < 2e5; i++) p = new Proxy(p, {}); p.x',
  ),
  deep(
    'stack-construct',
    'a class that makes itself',
    'class Again { constructor() { new Again() } }; new Again()',
  ),
  survives(
    'stack-bound',
    'a function bound a hundred thousand times',
    'let f = () => {}; for (let i = 0; i < 1e5; i++) f = f.bind(); f()',
    ['claim-broken', 'threw'],
  ),
  survives(
    'stack-caught',
    'a full stack that is caught',
    '(function again() { try { again() } catch {} })()',
  ),
  {
    id: 'stack-classes',
    title: 'a hundred thousand classes, each of the one before',
    source: inHandler(
      'let C = class {}; for (let i = 0; i < 1e5; i++) C = class extends C {}; new C()',
    ),
    expected: ['threw', 'claim-broken', ...MEMORY],
    runs: 'in full',
  },
  {
    id: 'stack-prototypes',
    title: 'a chain of a million prototypes',
    source: inHandler(
      'let o = {}; for (let i = 0; i < 1e6; i++) o = Object.create(o); for (;;) o.nope',
    ),
    expected: MEMORY,
    runs: 'in full',
  },
]

const inData: readonly Attack[] = [
  deep(
    'stack-json',
    'JSON of a million arrays in each other',
    'let o = []; for (let i = 0; i < 1e6; i++) o = [o]; JSON.stringify(o)',
  ),
  deep(
    'stack-flat',
    'flattening a hundred thousand arrays in each other',
    'let o = []; for (let i = 0; i < 1e5; i++) o = [o]; o.flat(Infinity)',
  ),
  deep(
    'stack-message',
    'a message of a hundred thousand arrays in each other',
    'let o = []; for (let i = 0; i < 1e5; i++) o = [o]; this.broadcast(o)',
  ),
  deep(
    'stack-disk',
    'a hundred thousand arrays in each other on the disk',
    "let o = []; for (let i = 0; i < 1e5; i++) o = [o]; this.disk.write('k', o)",
  ),
  deep(
    'stack-watched',
    'a watched field of a hundred thousand arrays in each other',
    'let o = []; for (let i = 0; i < 1e5; i++) o = [o]; this.role = o',
  ),
  deep(
    'stack-to-json',
    'a toJSON that writes itself as JSON',
    'const o = { toJSON() { return JSON.stringify(o) } }; this.broadcast(o)',
  ),
  deep(
    'stack-circle',
    'a message that holds itself',
    'const o = {}; o.self = o; this.broadcast(o)',
    /^Converting circular structure to JSON/,
  ),
  survives(
    'stack-parse',
    'reading a million arrays in each other',
    "JSON.parse('['.repeat(1e6) + ']'.repeat(1e6))",
    ['claim-broken', 'threw', 'memory-limit'],
  ),
  {
    id: 'stack-forged-depth',
    title: 'a watched field whose JSON was forged: a hundred thousand arrays in each other',
    source: atLoad(`JSON.stringify = () => '{"role":' + '['.repeat(1e5) + ']'.repeat(1e5) + '}'`),
    expected: ['claim-broken', 'threw'],
  },
]

/** The kit must not be left half done when the stack fills up inside it. */
const insideKit: readonly Attack[] = [
  survives(
    'stack-kit',
    'effects asked for at the very end of the stack',
    "const again = () => { try { again() } catch {} try { this.setTimer('t', 1e6) } catch {} }; again()",
    ['claim-broken', 'over-budget'],
  ),
  survives(
    'stack-kit-note',
    'notes at the very end of the stack',
    "const again = () => { try { again() } catch {} try { this.note('x'.repeat(500)) } catch {} }; again()",
    ['over-budget'],
  ),
  {
    id: 'stack-new-node',
    title: 'a node made inside a node',
    source: inHandler('new (this.constructor)()'),
    expected: ['threw'],
    says: /a Node is made by the simulator/,
  },
  {
    id: 'stack-handler',
    title: 'a handler that calls itself through the kit',
    source: inNode('onStart() { this.onMessage(this.id, {}) }\nonMessage() { this.onStart() }'),
    expected: ['threw'],
    says: FULL,
  },
]

export const stack: readonly Attack[] = [...inLanguage, ...inData, ...insideKit]
