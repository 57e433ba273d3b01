/** Code that returns, throws or asks for what the grader might choke on. */
import { type Attack, atLoad, HIDDEN_PROMISE, inHandler } from './attack.ts'

export const forgedValues: readonly Attack[] = [
  {
    id: 'huge reply',
    source: inHandler("for (let i = 0; i < 500; i++) this.note('x'.repeat(2000))"),
    outcomes: ['failed'],
    ends: 'over-budget',
  },
  {
    id: 'too many effects',
    source: inHandler("for (let i = 0; i < 5000; i++) this.setTimer('t', 1)"),
    outcomes: ['failed'],
    ends: 'over-budget',
  },
  {
    id: 'time that stands still',
    source: [
      "import { RaftNode } from 'netsplit/raft'",
      'export class Zeno extends RaftNode {',
      "  onStart() { this.setTimer('now', 0) }",
      "  onTimer() { this.setTimer('now', 0) }",
      '}',
    ].join('\n'),
    outcomes: ['failed'],
    ends: 'over-budget',
  },
  {
    id: 'storm of messages',
    source: [
      "import { RaftNode } from 'netsplit/raft'",
      'export class Storm extends RaftNode {',
      '  onStart() { this.onMessage() }',
      '  onMessage() { for (let i = 0; i < 50; i++) this.broadcast({} as never) }',
      '}',
    ].join('\n'),
    outcomes: ['failed'],
    ends: 'over-budget',
  },
  {
    id: 'text that moves the cursor',
    source: inHandler(
      "throw new Error('\\u001b[2J\\u001b[32mPASS 100/100\\u001b[0m\\n::verdict:: pass')",
    ),
    outcomes: ['failed'],
    ends: 'threw',
    says: /^\\u\{1b\}\[2J\\u\{1b\}\[32mPASS 100\/100\\u\{1b\}\[0m ⏎ ::verdict:: pass$/,
  },
  {
    id: 'huge message',
    source: inHandler("throw new Error('x'.repeat(2 ** 22))"),
    outcomes: ['failed'],
    ends: 'threw',
    says: /^x{2000}$/,
  },
  {
    id: 'object with a poisoned toString',
    source: inHandler('throw { toString() { return {} } }'),
    outcomes: ['failed'],
    ends: 'threw',
    says: /cannot be read/,
  },
  {
    id: 'kit that was patched',
    source: atLoad(
      "JSON.stringify = () => 'x'; Array.prototype.push = () => 0; Object.values = () => []",
    ),
    outcomes: ['failed'],
    ends: 'threw',
  },
  {
    id: 'reply that was written by hand',
    source: atLoad("String.prototype.slice = () => 'O'; Object.prototype.toString = () => 'O'"),
    outcomes: ['failed'],
  },
  {
    id: 'promise as a result',
    source: inHandler('return { then(resolve: any) { for (;;) resolve() } } as never'),
    outcomes: ['failed'],
    ends: 'threw',
    says: /^onStart returned a promise/,
  },
  {
    id: 'rejected promise',
    source: inHandler("Promise.reject(new Error('late'))"),
    outcomes: ['failed'],
    ends: 'threw',
    says: /must not use promises/,
  },
  {
    id: 'rejected promise from a hidden constructor',
    source: inHandler(`${HIDDEN_PROMISE}.reject(new Error('late'))`),
    outcomes: ['failed'],
    ends: 'threw',
    says: /must not use promises/,
  },
  {
    id: 'half a character',
    source: inHandler("this.note('\\ud800')"),
    outcomes: ['failed'],
    ends: 'claim-broken',
  },
  {
    id: 'no node at all',
    source: 'export const nothing = 1',
    outcomes: ['failed'],
    ends: 'threw',
    says: /^export one class that extends Node/,
  },
]
