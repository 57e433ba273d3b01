/** Loops in JavaScript that never end: nothing inside the worker can stop them. */
import { type Attack, atLoad, inHandler, inNode, MEMORY, patched, TIME } from './attack.ts'

function forever(id: string, title: string, source: string, runs?: 'in full'): Attack {
  return { id, title, source, expected: TIME, ...(runs === undefined ? {} : { runs }) }
}

function rarely(id: string, title: string, source: string): Attack {
  return forever(id, title, source, 'in full')
}

const byStatement: readonly Attack[] = [
  forever('loop-load', 'a loop while the module is read', atLoad('while (true);')),
  rarely('loop-handler', 'a loop in a handler', inHandler('for (;;);')),
  rarely(
    'loop-catch',
    'a loop that catches whatever stops it',
    inHandler('for (;;) { try { for (;;); } catch {} finally { for (;;); } }'),
  ),
  rarely(
    'loop-labels',
    'labelled loops that continue each other',
    inHandler('outer: for (;;) { for (;;) { continue outer } }'),
  ),
  rarely(
    'loop-generator',
    'a generator that never ends',
    inHandler('for (const _ of (function* () { for (;;) yield 1 })());'),
  ),
  rarely(
    'loop-iterator',
    'an iterator that is never done',
    inHandler(
      'const all = { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }; for (const _ of all);',
    ),
  ),
  rarely('loop-static-block', 'a loop in a static block', inNode('static { for (;;); }')),
  rarely(
    'loop-field',
    'a loop in the initial value of a field',
    inNode('x = (() => { for (;;); })()'),
  ),
  rarely(
    'loop-later',
    'a loop in the handler of a message, once a leader is elected',
    patched(
      '  private followLeader(leader: NodeId, term: number) {\n',
      '  private followLeader(leader: NodeId, term: number) {\n    for (;;);\n',
    ),
  ),
  rarely(
    'loop-clock',
    'waiting for real time to pass',
    inHandler('const begin = Date.now(); while (Date.now() - begin < 60_000);'),
  ),
  {
    id: 'loop-async',
    title: 'an async function that calls itself',
    source: inHandler("(0, eval)('(async function again() { await null; return again() })()')"),
    expected: MEMORY,
    runs: 'in full',
  },
  rarely(
    'loop-recursion',
    'recursion that begins again when the stack is full',
    inHandler('(function again() { try { again() } catch { again() } })()'),
  ),
]

/** The kit and the realm run these while they read what the code gave them. */
const whenRead: readonly Attack[] = [
  forever(
    'read-to-json',
    'a message whose toJSON loops',
    inHandler('this.broadcast({ toJSON() { for (;;); } })'),
  ),
  rarely(
    'read-getter',
    'a message whose getter loops',
    inHandler('this.broadcast({ get term() { for (;;); } })'),
  ),
  rarely(
    'read-proxy',
    'a message that is a proxy whose traps loop',
    inHandler('this.broadcast(new Proxy({}, { ownKeys() { for (;;); }, get() { for (;;); } }))'),
  ),
  forever(
    'read-watched',
    'a watched field that loops when it is looked at',
    inHandler("Object.defineProperty(this, 'role', { get() { for (;;); } })"),
  ),
  rarely(
    'read-watched-list',
    'a list of watched fields without end',
    inNode('static watched = (function* () { for (;;) yield "role" })()'),
  ),
  rarely(
    'read-watched-json',
    'a watched field whose toJSON loops',
    inHandler('this.role = { toJSON() { for (;;); } }'),
  ),
  rarely(
    'read-name',
    'a timer name that loops when it is printed',
    inHandler('this.setTimer({ toString() { for (;;); } }, 1)'),
  ),
  rarely(
    'read-delay',
    'a delay that loops when it becomes a number',
    inHandler("this.setTimer('t', { [Symbol.toPrimitive]() { for (;;); } })"),
  ),
  rarely(
    'read-note',
    'a note that loops when it becomes a text',
    inHandler('this.note({ [Symbol.toPrimitive]() { for (;;); } })'),
  ),
  rarely(
    'read-console',
    'a printed object that loops when it becomes a text',
    inHandler('console.log({ toJSON() { throw 1 }, toString() { for (;;); } })'),
  ),
  rarely(
    'read-result',
    'a result that loops when it is asked for `then`',
    inHandler('return new Proxy({}, { has() { for (;;); } })'),
  ),
  rarely(
    'read-exports',
    'exports that loop when they are listed',
    atLoad('module.exports = new Proxy({}, { ownKeys() { for (;;); } })'),
  ),
  rarely(
    'read-export',
    'an export that loops when it is read',
    atLoad('module.exports = { get Late() { for (;;); } }'),
  ),
  rarely(
    'read-prototype',
    'a class whose chain of prototypes loops',
    atLoad(
      'module.exports = { Late: new Proxy(class extends RaftNode {}, { get() { for (;;); } }) }',
    ),
  ),
  rarely(
    'read-compare',
    'an order that is never found',
    inHandler('[2, 1].sort(() => { for (;;); })'),
  ),
  rarely(
    'read-replacer',
    'a replacer that loops',
    inHandler("'a'.replace(/a/, () => { for (;;); })"),
  ),
  rarely('read-accessor', 'a getter that loops', inHandler('({ get x() { for (;;); } }).x')),
  rarely('read-trap', 'a trap that loops', inHandler('new Proxy({}, { get() { for (;;); } }).x')),
]

/** Each call is short; all of them together are not. */
const inSlices: readonly Attack[] = [
  rarely(
    'slices',
    'many calls of half a second each',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 2e8; i++); this.setTimer('t', 1) }",
    ),
  ),
]

export const loops: readonly Attack[] = [...byStatement, ...whenRead, ...inSlices]
