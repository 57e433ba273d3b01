/**
 * Code that changes the kit and the language around it. The kit lives in the learner's own
 * realm, so this works, as far as it goes: to choose one's own replies, and no further.
 */
import {
  type Attack,
  atLoad,
  type Fall,
  honestAfter,
  honestWith,
  inHandler,
  inNode,
} from './attack.ts'

const BROKEN: readonly Fall[] = ['threw', 'claim-broken']

function tampers(
  id: string,
  title: string,
  source: string,
  expected: readonly Fall[] = BROKEN,
  says?: RegExp,
): Attack {
  return { id, title, source, expected, ...(says === undefined ? {} : { says }) }
}

/** Tampering that leaves the protocol as it is. */
function idle(id: string, title: string, source: string): Attack {
  return { id, title, source, expected: ['pass'], isHonest: true }
}

const language: readonly Attack[] = [
  tampers(
    'tamper-json',
    'JSON that writes what it likes',
    atLoad("JSON.stringify = () => 'x'"),
    ['threw'],
    /malformed|JSON|token/i,
  ),
  tampers(
    'tamper-json-object',
    'JSON that writes an object',
    atLoad('JSON.stringify = () => ({})'),
    ['threw'],
  ),
  tampers(
    'tamper-json-parse',
    'JSON that reads what it likes',
    atLoad("JSON.parse = () => ({ type: 'AppendEntries', term: 1 })"),
  ),
  idle('tamper-push', 'arrays that do not grow', honestAfter('Array.prototype.push = () => 0')),
  tampers(
    'tamper-values',
    'objects without values',
    atLoad('Object.values = () => []'),
    ['threw'],
    /^export one class/,
  ),
  tampers(
    'tamper-map',
    'maps that forget',
    honestAfter('Map.prototype.get = () => undefined; Map.prototype.set = () => undefined'),
    ['claim-broken'],
  ),
  tampers(
    'tamper-slice',
    'texts that are cut to what one likes',
    atLoad("String.prototype.slice = () => 'O'; Object.prototype.toString = () => 'O'"),
    ['claim-broken'],
  ),
  tampers(
    'tamper-string',
    'a String of one’s own',
    inHandler("globalThis.String = () => 'O'; this.note('x'); throw new Error('x')"),
    ['threw'],
  ),
  tampers(
    'tamper-freeze',
    'a language that is frozen',
    inHandler(
      'for (const name of Object.getOwnPropertyNames(globalThis)) { const value = globalThis[name]; if (typeof value === "function") { Object.freeze(value); if (value.prototype) Object.freeze(value.prototype) } }',
    ),
    ['claim-broken', 'threw'],
  ),
  tampers(
    'tamper-delete',
    'a language without its parts',
    inHandler(
      'for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name] } catch {} }',
    ),
  ),
  tampers(
    'tamper-species',
    'arrays of another species',
    honestAfter(
      'Object.defineProperty(Array, Symbol.species, { get() { return class extends Array { constructor() { super(); throw new Error("mine") } } } })',
    ),
    ['threw'],
  ),
  tampers(
    'tamper-symbol-iterator',
    'lists that end at once',
    honestAfter('Array.prototype[Symbol.iterator] = function* () {}'),
  ),
  tampers(
    'tamper-random',
    'randomness that is not random',
    honestAfter('Math.random = () => 0; Math.floor = () => 0'),
  ),
]

const prototypes: readonly Attack[] = [
  idle(
    'pollute-object',
    'a field on all objects',
    honestWith('Object.prototype.polluted = 1; Array.prototype.polluted = 1'),
  ),
  tampers(
    'pollute-kind',
    'a kind on all objects',
    atLoad("Object.prototype.kind = 'sync'; Object.prototype.verdict = 'pass'"),
    ['claim-broken'],
  ),
  tampers(
    'pollute-then',
    'a `then` on all objects',
    inHandler('Object.prototype.then = 1; return {}'),
    ['threw'],
  ),
  tampers(
    'pollute-to-json',
    'a toJSON on all objects',
    honestAfter("Object.prototype.toJSON = () => ({ type: 'AppendEntries', term: 9 })"),
  ),
  idle(
    'pollute-setter',
    'a setter on all objects',
    honestAfter(
      "Object.defineProperty(Object.prototype, 'type', { set() { throw new Error('caught') } })",
    ),
  ),
  tampers(
    'pollute-message',
    'a message with __proto__',
    inHandler(
      `JSON.stringify = () => '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'; this.broadcast({})`,
    ),
  ),
  tampers(
    'pollute-watched',
    'watched fields with __proto__',
    inNode(
      'static watched = ["__proto__", "constructor", "role"]\nonStart() { this.role = JSON.parse(\'{"__proto__":{"polluted":1}}\') }',
    ),
  ),
  tampers(
    'pollute-disk',
    'a disk with __proto__',
    inHandler(
      "this.disk.write('__proto__', { polluted: 1 }); this.disk.write('constructor', { prototype: { polluted: 1 } }); this.disk.sync()",
    ),
    ['claim-broken'],
  ),
  tampers(
    'pollute-timer',
    'a timer named __proto__',
    inNode("onStart() { this.setTimer('__proto__', 1) }\nonTimer(name) { throw new Error(name) }"),
    ['threw'],
    /^__proto__$/,
  ),
  tampers(
    'pollute-thrown',
    'an error named __proto__',
    inHandler("const e = new Error('constructor'); e.name = '__proto__'; throw e"),
    ['threw'],
    /^constructor$/,
  ),
]

const kit: readonly Attack[] = [
  tampers(
    'kit-send',
    'a send of one’s own',
    honestAfter(
      "import { Node as Kit } from 'netsplit/raft'\nKit.prototype.send = () => {}; Kit.prototype.broadcast = () => {}",
    ),
  ),
  tampers(
    'kit-module',
    'exports of the kit, replaced',
    honestAfter("const kit = require('netsplit/raft'); kit.RaftNode = class {}"),
    ['threw'],
  ),
  tampers(
    'kit-nodes',
    'a cluster with a node more',
    inHandler("this.nodes.push('n9'); this.peers.push('n9'); this.broadcast({})"),
    ['threw'],
    /n9/,
  ),
  tampers(
    'kit-id',
    'the name of another node',
    honestWith("Object.defineProperty(this, 'id', { value: 'n1' })"),
    ['claim-broken'],
  ),
  tampers(
    'kit-majority',
    'a majority of one',
    honestWith("Object.defineProperty(this, 'majority', { value: 1 })"),
    ['claim-broken'],
  ),
  tampers('kit-watched', 'no watched fields', inNode('static watched = []'), ['claim-broken']),
  tampers(
    'kit-watched-object',
    'watched fields that are no list',
    inNode('static watched = { length: 3 }'),
    ['threw'],
  ),
  tampers(
    'kit-watched-many',
    'a hundred thousand watched fields',
    inNode("static watched = Array.from({ length: 1e5 }, (_, i) => 'field' + i)"),
    ['over-budget'],
  ),
  tampers('kit-handlers', 'handlers that are no functions', inNode('onStart = 7'), ['threw']),
  tampers(
    'kit-two',
    'two nodes in a file',
    atLoad('export class Other extends RaftNode {}'),
    ['threw'],
    /not 2$/,
  ),
  tampers(
    'kit-none',
    'no node in a file',
    'export const nothing = 1',
    ['threw'],
    /^export one class/,
  ),
  tampers(
    'kit-fake',
    'a class that only looks like a node',
    "export class Fake { onStart() {} static watched = ['role'] }",
    ['threw'],
    /^export one class/,
  ),
  tampers(
    'kit-abstract',
    'the kit’s own class as the node',
    "export { Node } from 'netsplit/raft'",
    ['threw'],
  ),
  tampers(
    'kit-constructor',
    'a constructor that gives another object',
    inNode(
      'constructor() { super(); return { onStart() { return undefined }, role: "leader", currentTerm: 1 } }',
    ),
  ),
  tampers(
    'kit-borrowed',
    'methods of the kit on other objects',
    inHandler('this.send.call({}, this.peers[0], {})'),
    ['threw'],
  ),
]

export const tampering: readonly Attack[] = [...language, ...prototypes, ...kit]
