/** Small code, large recordings: what the grader must carry, store and replay. */
import { type Attack, type Fall, honestWith, inHandler, inNode } from './attack.ts'

function bomb(id: string, title: string, source: string, expected: readonly Fall[]): Attack {
  return { id, title, source, expected }
}

/** A bomb that takes long to fill. */
function rarely(...parts: Parameters<typeof bomb>): Attack {
  return { ...bomb(...parts), runs: 'in full' }
}

const LARGE: readonly Fall[] = ['memory-limit', 'over-budget', 'unknown', 'claim-broken']

export const bombs: readonly Attack[] = [
  bomb(
    'bomb-notes',
    'two hundred thousand characters of notes in each call',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 100; i++) this.note('x'.repeat(2000)); this.setTimer('t', 1) }",
    ),
    LARGE,
  ),
  bomb(
    'bomb-notes-then-throw',
    'thirty million characters of notes, then a throw',
    inNode(
      "n = 0\nonStart() { this.onTimer() }\nonTimer() { if (this.n++ > 25) throw new Error('end'); for (let i = 0; i < 100; i++) this.note('x'.repeat(2000)); this.setTimer('t', 1) }",
    ),
    ['threw', 'memory-limit', 'over-budget'],
  ),
  bomb(
    'bomb-random',
    'notes that no program can shorten',
    inNode(
      "n = 0\nonStart() { this.onTimer() }\nonTimer() { if (this.n++ > 10) throw new Error('end'); for (let i = 0; i < 100; i++) { let s = ''; while (s.length < 1900) s += this.random().toString(36).slice(2); this.note(s) } this.setTimer('t', 1) }",
    ),
    ['threw', 'memory-limit', 'over-budget'],
  ),
  rarely(
    'bomb-wide',
    'characters of three bytes each',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 100; i++) this.note('選'.repeat(2000)); this.setTimer('t', 1) }",
    ),
    LARGE,
  ),
  rarely(
    'bomb-escaped',
    'characters that JSON writes as six',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 100; i++) this.note('\\u0001'.repeat(2000)); this.setTimer('t', 1) }",
    ),
    LARGE,
  ),
  bomb(
    'bomb-watched',
    'watched fields of two hundred thousand characters that change each time',
    inNode(
      "n = 0\nonStart() { this.onTimer() }\nonTimer() { this.leaderId = this.n++ + 'x'.repeat(2e5); this.setTimer('t', 1) }",
    ),
    LARGE,
  ),
  rarely(
    'bomb-fields',
    'names of watched fields without end',
    inNode(
      "static watched = Array.from({ length: 5000 }, (_, i) => 'f' + i)\nonStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 5000; i++) this['f' + i] = this.now(); this.setTimer('t', 1) }",
    ),
    LARGE,
  ),
  bomb(
    'bomb-json',
    'a message of sixty thousand empty lists',
    inHandler(
      "this.onTimer = () => { this.broadcast(new Array(6e4).fill([])); this.setTimer('t', 1) }; this.onTimer()",
    ),
    LARGE,
  ),
  rarely(
    'bomb-keys',
    'a message of twenty thousand keys',
    inHandler(
      "this.onTimer = () => { this.send(this.peers[0], Object.fromEntries(Array.from({ length: 2e4 }, (_, i) => [i + 'k', 0]))); this.setTimer('t', 1) }; this.onTimer()",
    ),
    LARGE,
  ),
  bomb(
    'bomb-numbers',
    'numbers that take long to read',
    inHandler(
      "JSON.stringify = () => '[' + '1e-400,'.repeat(3e4) + '9'.repeat(2e4) + ']'; this.onTimer = () => { this.broadcast(0); this.setTimer('t', 1) }; this.onTimer()",
    ),
    [...LARGE, 'threw'],
  ),
  {
    id: 'bomb-honest',
    title: 'honest code that takes many notes',
    source: honestWith("for (let i = 0; i < 50; i++) this.note('x'.repeat(2000))"),
    expected: ['pass'],
    isHonest: true,
  },
  {
    id: 'bomb-honest-forever',
    title: 'honest code that sets as many timers as a run has events',
    source: honestWith("this.setTimer('noise', 0.02)").replace(
      'onTimer(name: string) {',
      "onTimer(name: string) {\n    if (name === 'noise') return this.setTimer('noise', 0.02)",
    ),
    expected: ['unknown', 'time-limit'],
    isHonest: true,
  },
]
