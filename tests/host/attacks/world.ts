/** Attacks inside the simulated world: on its time, its messages, its budgets and its watchers. */
import { type Attack, ends, type Fall, inHandler, inNode } from './attack.ts'

const BUDGET: readonly Fall[] = ['over-budget']

const floods: readonly Attack[] = [
  ends(
    'world-zeno',
    'time that stands still',
    inNode("onStart() { this.setTimer('now', 0) }\nonTimer() { this.setTimer('now', 0) }"),
    BUDGET,
  ),
  ends(
    'world-zeno-names',
    'time that stands still, under many names',
    inNode(
      "n = 0\nonStart() { this.onTimer() }\nonTimer() { this.setTimer('t' + this.n++, 0); this.setTimer('t' + this.n++, 0) }",
    ),
    BUDGET,
  ),
  ends(
    'world-micro-timers',
    'a timer each microsecond',
    inNode("onStart() { this.onTimer() }\nonTimer() { this.setTimer('t', 0.001) }"),
    ['unknown', 'over-budget', 'time-limit'],
  ),
  ends(
    'world-storm',
    'a storm of messages',
    inNode(
      'onStart() { this.onMessage() }\nonMessage() { for (let i = 0; i < 50; i++) this.broadcast({}) }',
    ),
    BUDGET,
  ),
  ends(
    'world-echo',
    'messages to oneself without end',
    inNode('onStart() { this.send(this.id, {}) }\nonMessage() { this.send(this.id, {}) }'),
    ['claim-broken', 'over-budget', 'unknown'],
  ),
  ends(
    'world-effects',
    'five thousand timers in a call',
    inHandler("for (let i = 0; i < 5000; i++) this.setTimer('t', 1)"),
    BUDGET,
  ),
  ends(
    'world-timers',
    'a thousand timers and one',
    inNode(
      "n = 0\nonStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 300; i++) this.setTimer('t' + this.n++, 1000); this.setTimer('go', 1) }",
    ),
    BUDGET,
  ),
  ends(
    'world-reply',
    'a reply of a million characters',
    inHandler("for (let i = 0; i < 500; i++) this.note('x'.repeat(2000))"),
    BUDGET,
  ),
  ends(
    'world-message',
    'a message of a million characters',
    inHandler("this.broadcast('x'.repeat(1e6))"),
    BUDGET,
  ),
  ends(
    'world-big-messages',
    'large messages in great number',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { this.broadcast('x'.repeat(5e4)); this.setTimer('t', 0.1) }",
    ),
    [...BUDGET, 'memory-limit'],
  ),
  ends(
    'world-disk',
    'a full disk',
    inNode(
      "n = 0\nonStart() { this.onTimer() }\nonTimer() { this.disk.write('k' + this.n++, 'x'.repeat(2e5)); this.setTimer('t', 1) }",
    ),
    BUDGET,
  ),
  ends(
    'world-disk-unsynced',
    'a full buffer of the disk',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { this.disk.write('k', 'x'.repeat(2e5)); this.setTimer('t', 1) }",
    ),
    BUDGET,
  ),
  ends(
    'world-just-below',
    'one effect fewer than a call may have, in every call',
    inNode(
      "onStart() { this.onTimer() }\nonTimer() { for (let i = 0; i < 998; i++) this.note('x'); this.setTimer('t', 1) }",
    ),
    ['unknown', 'over-budget', 'claim-broken', 'time-limit'],
  ),
  ends(
    'world-late',
    'a timer after the end of time',
    inHandler("this.setTimer('t', Number.MAX_VALUE)"),
    ['claim-broken'],
  ),
]

const wrongCalls: readonly Attack[] = [
  ends(
    'world-negative',
    'a timer in the past',
    inHandler("this.setTimer('t', -1)"),
    ['threw'],
    /0 or more/,
  ),
  ends(
    'world-nan',
    'a timer after NaN',
    inHandler("this.setTimer('t', NaN)"),
    ['threw'],
    /not NaN/,
  ),
  ends(
    'world-no-name',
    'a timer without a name',
    inHandler("this.setTimer('', 1)"),
    ['threw'],
    /1 to 200/,
  ),
  ends(
    'world-long-name',
    'a timer with a name of a million characters',
    inHandler("this.setTimer('x'.repeat(1e6), 1)"),
    ['threw'],
    /1 to 200/,
  ),
  ends(
    'world-nobody',
    'a message to nobody',
    inHandler("this.send('n99', {})"),
    ['threw'],
    /there is no node "n99"/,
  ),
  ends(
    'world-client',
    'a message to a client',
    inHandler("this.send('c1', {})"),
    ['threw'],
    /there is no node "c1"/,
  ),
  ends(
    'world-prototype-node',
    'a message to a name that all objects have',
    inHandler("this.send('__proto__', {})"),
    ['threw'],
    /there is no node/,
  ),
  ends(
    'world-node-object',
    'a message to an object that is named like a node',
    inHandler(
      "this.nodes.includes = () => true; this.send({ length: 2, toString: () => 'n1' }, {})",
    ),
    ['threw', 'claim-broken'],
  ),
  ends(
    'world-undefined',
    'a message that is undefined',
    inHandler('this.broadcast(undefined)'),
    ['threw'],
    /plain data/,
  ),
  ends(
    'world-bigint',
    'a message with a BigInt',
    inHandler('this.broadcast({ term: 1n })'),
    ['threw'],
    /BigInt/,
  ),
  ends(
    'world-map',
    'a message with a Map',
    inHandler('this.broadcast({ votes: new Map() })'),
    ['threw'],
    /Map cannot be copied/,
  ),
  ends(
    'world-range',
    'a random number from infinity',
    inHandler('this.randomInt(0, Infinity)'),
    ['threw'],
    /whole numbers/,
  ),
]

/** Operations of clients: the election step has none, so every number is one too many. */
const operations: readonly Attack[] = [
  ends(
    'world-operation',
    'an answer that nobody asked for',
    inHandler("this.reply({ id: 1, client: 'c1', command: 0 }, 0)"),
    ['threw'],
    /nobody asked for operation 1/,
  ),
  ends(
    'world-operation-huge',
    'an answer to operation 2^53',
    inHandler('this.reply({ id: 2 ** 53 }, 0)'),
    ['threw'],
    /malformed|nobody asked/,
  ),
  ends(
    'world-operation-negative',
    'an answer to operation -1',
    inHandler('this.reply({ id: -1 }, 0)'),
    ['threw'],
    /malformed|nobody asked/,
  ),
  ends(
    'world-operation-nan',
    'an answer to operation NaN',
    inHandler('this.reply({ id: NaN }, 0)'),
    ['threw'],
    /malformed|nobody asked/,
  ),
  ends(
    'world-operation-text',
    'an answer to an operation with a name',
    inHandler("this.reply({ id: '1' }, 0)"),
    ['threw'],
    /first argument must be the request/,
  ),
]

export const world: readonly Attack[] = [...floods, ...wrongCalls, ...operations]
