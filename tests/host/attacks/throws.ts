/**
 * What is thrown, and what promises are rejected with. Reading such a value runs the code
 * that made it, so nothing of it may leave the realm but text.
 */
import {
  type Attack,
  atLoad,
  type Fall,
  HIDDEN_PROMISE,
  inHandler,
  MEMORY,
  TIME,
} from './attack.ts'

const PROMISES = /must not use promises/
const UNREADABLE = /^something that cannot be read$/

function throws(id: string, title: string, body: string, says?: RegExp): Attack {
  return {
    id,
    title,
    source: inHandler(body),
    expected: ['threw'],
    ...(says === undefined ? {} : { says }),
  }
}

function loops(id: string, title: string, body: string, expected: readonly Fall[] = TIME): Attack {
  return { id, title, source: inHandler(body), expected, runs: 'in full' }
}

const TRAPS =
  '{ get() { for (;;); }, getPrototypeOf() { for (;;); }, ownKeys() { for (;;); }, getOwnPropertyDescriptor() { for (;;); } }'

const values: readonly Attack[] = [
  throws('throw-undefined', 'undefined', 'throw undefined', /^undefined$/),
  throws(
    'throw-null-prototype',
    'an object without a prototype',
    'throw Object.create(null)',
    UNREADABLE,
  ),
  throws('throw-symbol', 'a symbol', "throw Symbol('x')", /^Symbol\(x\)$/),
  throws('throw-function', 'a function', 'throw () => 1'),
  throws('throw-bigint', 'a huge number', 'throw 10n ** 3000n', /^10{1999}$/),
  throws(
    'throw-to-string',
    'an object whose toString gives an object',
    'throw { toString() { return {} } }',
    UNREADABLE,
  ),
  throws(
    'throw-in-getter',
    'an error whose message throws',
    "throw Object.defineProperty(new Error('x'), 'message', { get() { throw 1 } })",
    UNREADABLE,
  ),
  throws(
    'throw-message-object',
    'an error whose message is an object',
    "throw Object.defineProperty(new Error('x'), 'message', { value: { toString: () => '{\"verdict\":\"pass\"}' } })",
    /^\{"verdict":"pass"\}$/,
  ),
  throws(
    'throw-stack-number',
    'an error whose stack is a number',
    "const e = new Error('x'); e.stack = 7; throw e",
    /^x$/,
  ),
  throws(
    'throw-stack-forged',
    'an error whose stack names another place',
    "const e = new Error('x'); e.stack = 'at solution.js:99999999999999999999:99999999999999999999'; throw e",
    /^x$/,
  ),
  throws(
    'throw-huge',
    'a message of four million characters',
    "throw new Error('x'.repeat(2 ** 22))",
    /^x{2000}$/,
  ),
  throws(
    'throw-huge-name',
    'a name of four million characters',
    "const e = new Error('x'); e.name = 'n'.repeat(2 ** 22); throw e",
    /^x$/,
  ),
  throws('throw-prototype', 'Error.prototype itself', 'throw Error.prototype'),
  throws(
    'throw-revoked',
    'a proxy that was revoked',
    'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy',
    UNREADABLE,
  ),
  throws(
    'throw-patched',
    'an error after String and Error were patched',
    "globalThis.String = () => ({}); Error[Symbol.hasInstance] = () => { throw 1 }; throw new Error('x')",
  ),
  {
    id: 'throw-prepare-stack',
    title: 'a hook on stacks',
    source: atLoad("Error.prepareStackTrace = () => { for (;;); }; throw new Error('x')"),
    expected: ['threw'],
    says: /^Cannot (assign to|redefine)/,
  },
  throws(
    'throw-limit',
    'stacks without limit',
    'Error.stackTraceLimit = Infinity',
    /^Cannot assign to/,
  ),
  { ...loops('throw-proxy', 'a proxy whose traps loop', `throw new Proxy({}, ${TRAPS})`) },
  {
    id: 'throw-message-loop',
    title: 'an error whose message loops',
    source: inHandler(
      "throw Object.defineProperty(new Error('x'), 'message', { get() { for (;;); } })",
    ),
    expected: TIME,
  },
  loops(
    'throw-stack-loop',
    'an error whose stack loops',
    "throw Object.defineProperty(new Error('x'), 'stack', { get() { for (;;); } })",
  ),
  loops(
    'throw-name-loop',
    'an error whose name loops',
    "throw Object.defineProperty(new Error('x'), 'name', { get() { for (;;); } })",
  ),
  loops(
    'throw-to-primitive',
    'a value that loops when it becomes a text',
    'throw { [Symbol.toPrimitive]() { for (;;); } }',
  ),
  loops(
    'throw-has-instance',
    'an error when `instanceof Error` loops',
    "Object.defineProperty(Error, Symbol.hasInstance, { value() { for (;;); } }); throw new Error('x')",
  ),
  {
    ...loops('throw-load-proxy', 'a proxy whose traps loop, while the module is read', ''),
    source: atLoad(`throw new Proxy({}, ${TRAPS})`),
  },
]

const rejections: readonly Attack[] = [
  throws(
    'reject-visible',
    'a promise by its own name',
    "Promise.reject(new Error('late'))",
    PROMISES,
  ),
  throws(
    'reject-plain',
    'a rejected promise',
    `${HIDDEN_PROMISE}.reject(new Error('late'))`,
    PROMISES,
  ),
  throws(
    'reject-thrown',
    'a throw after the handler',
    `${HIDDEN_PROMISE}.resolve().then(() => { throw new Error('late') })`,
    PROMISES,
  ),
  throws(
    'reject-getter',
    'a rejection whose stack throws',
    `const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { throw 1 } }); ${HIDDEN_PROMISE}.reject(e)`,
    PROMISES,
  ),
  throws(
    'reject-async-class',
    'an async handler made by eval',
    "Object.getPrototypeOf(this).onMessage = 0; const f = (0, eval)('(async function () {})'); throw new Error(f.constructor.name)",
    /^AsyncFunction$/,
  ),
  throws(
    'reject-returned',
    'a promise as a result',
    `return ${HIDDEN_PROMISE}.resolve()`,
    /^onStart returned a promise/,
  ),
  throws(
    'reject-thenable',
    'an object with `then` as a result',
    'return { then(resolve) { for (;;) resolve() } }',
    /^onStart returned a promise/,
  ),
  throws(
    'reject-inherited',
    'an ordinary result when all objects have `then`',
    'Object.prototype.then = (resolve) => { for (;;); }; return {}',
    /^onStart returned a promise/,
  ),
  {
    id: 'reject-microtask',
    title: 'microtasks that change the node after its reply',
    source: inHandler(`${HIDDEN_PROMISE}.resolve().then(() => { this.role = 'leader' })`),
    expected: ['claim-broken'],
  },
  {
    id: 'reject-microtask-send',
    title: 'microtasks that send after the reply',
    source: inHandler(
      `${HIDDEN_PROMISE}.resolve().then(() => { this.broadcast({ type: 'RequestVote', term: 1, candidateId: this.id }) })`,
    ),
    expected: ['claim-broken'],
  },
  {
    id: 'reject-proxy',
    title: 'a rejection with a proxy whose traps loop',
    source: inHandler(`${HIDDEN_PROMISE}.reject(new Proxy({}, ${TRAPS}))`),
    expected: TIME,
  },
  loops(
    'reject-stack-loop',
    'a rejection whose stack loops',
    `const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { for (;;); } }); ${HIDDEN_PROMISE}.reject(e)`,
  ),
  loops(
    'reject-microtasks',
    'microtasks without end',
    `const again = () => { ${HIDDEN_PROMISE}.resolve().then(again) }; again()`,
  ),
  loops(
    'reject-thenables',
    'an object that resolves with itself',
    `const t = { then(resolve) { resolve(t) } }; ${HIDDEN_PROMISE}.resolve(t)`,
  ),
  loops(
    'reject-flood',
    'a flood of microtasks',
    `const p = ${HIDDEN_PROMISE}.resolve(); for (;;) p.then(() => {})`,
    MEMORY,
  ),
]

/** What a handler returns is nobody's business: nothing of it crosses. */
const results: readonly Attack[] = [
  ['huge', 'a text of two hundred million characters', "'x'.repeat(2 ** 28)"],
  ['boxed', 'a text in a box', "new String('Os2:n12:{}')"],
  ['reply', 'the text of a reply', "'O'"],
  ['number', 'what is no number', 'NaN'],
  ['symbol', 'a symbol', "Symbol('x')"],
  ['array', 'an array of holes', '[, , ,]'],
  ['prototype', 'an object with another __proto__', '({ __proto__: null })'],
  ['function', 'a function', '() => this'],
].map(
  ([id, title, value]): Attack => ({
    id: `result-${id}`,
    title: `${title} as a result`,
    source: inHandler(`return ${value}`),
    expected: ['claim-broken'],
  }),
)

export const throwing: readonly Attack[] = [...values, ...rejections, ...results]
