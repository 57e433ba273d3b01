/** Code that looks for a way out, and tells by what it throws how far it came. */
import { type Attack, inHandler, inNode, tells } from './attack.ts'

function sees(id: string, title: string, expression: string, says: RegExp): Attack {
  return { id, title, source: tells(expression), expected: ['threw'], says }
}

const GLOBALS = [
  'process',
  'Buffer',
  'global',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'WebAssembly',
  'Atomics',
  'SharedArrayBuffer',
  'Intl',
  'WeakRef',
  'FinalizationRegistry',
  'performance',
  'crypto',
  'structuredClone',
  'navigator',
  'Worker',
  'MessageChannel',
  'require0',
]

const names: readonly Attack[] = [
  sees(
    'reach-globals',
    'globals of Node and of browsers',
    `${JSON.stringify(GLOBALS)}.filter((name) => typeof globalThis[name] !== 'undefined').join() || 'none'`,
    /^none$/,
  ),
  sees(
    'reach-left',
    'what the realm script left behind',
    "['realm', 'ivm', 'log', '__def', 'modules', 'load', 'call', 'resident', 'host'].filter((name) => name in globalThis).join() || 'none'",
    /^none$/,
  ),
  sees(
    'reach-symbols',
    'symbols of Node on the global object',
    "Object.getOwnPropertySymbols(globalThis).map(String).filter((name) => name !== 'Symbol(Symbol.toStringTag)').join() || 'none'",
    /^none$/,
  ),
  sees(
    'reach-module',
    'the module object',
    "Object.keys(module).join() + ' ' + typeof module.constructor + ' ' + typeof require.main + ' ' + typeof require.cache",
    /^exports function undefined undefined$/,
  ),
]

const imports: readonly Attack[] = [
  sees(
    'reach-fs',
    'require of fs',
    "require('fs')",
    /^cannot import "fs": a node has netsplit and/,
  ),
  sees(
    'reach-child',
    'require of child processes',
    "require('node:child_process')",
    /^cannot import/,
  ),
  sees(
    'reach-relative',
    'require of a path',
    "require('../../hidden-checks.ts')",
    /^cannot import/,
  ),
  sees(
    'reach-proto',
    'require of a name that all objects have',
    "require('__proto__')",
    /^cannot import "__proto__"/,
  ),
  sees(
    'reach-constructor',
    'require of a constructor',
    "require('constructor')",
    /^cannot import "constructor"/,
  ),
  sees(
    'reach-object',
    'require of an object that changes its mind',
    "(() => { let n = 0; return typeof require({ toString: () => (n++ ? 'fs' : 'netsplit') }) })()",
    /^(cannot import|object|undefined)/,
  ),
  sees(
    'reach-other-lab',
    'the modules of the kit, listed',
    "Object.keys(require('netsplit/raft')).join()",
    /^Node,RaftNode$/,
  ),
  {
    id: 'reach-dynamic',
    title: 'import of fs while running',
    source: inHandler('(0, eval)("import(\'fs\')")'),
    expected: ['threw'],
    says: /promise|[Nn]ot supported/,
  },
  {
    id: 'reach-meta',
    title: 'import.meta',
    source: inHandler("(0, eval)('import.meta.url')"),
    expected: ['threw'],
    says: /import\.meta/,
  },
  {
    id: 'reach-static',
    title: 'import of fs at the head of the file',
    source: `import * as fs from 'node:fs'\n${tells('Object.keys(fs).length')}`,
    expected: ['threw'],
    says: /^cannot import "node:fs"/,
  },
  {
    id: 'reach-import-call',
    title: 'import() in the source',
    source: inHandler("import('node:fs')"),
    expected: ['threw', 'does-not-compile'],
  },
]

const constructors: readonly Attack[] = [
  sees(
    'reach-function',
    'the function constructor',
    "this.constructor.constructor('return typeof process + typeof require')()",
    /^undefinedundefined$/,
  ),
  sees(
    'reach-async-function',
    'the constructor of async functions',
    "typeof (0, eval)('(async () => {})').constructor('return process')",
    /^function$/,
  ),
  sees(
    'reach-generator',
    'the constructor of generators',
    "[...(function* () {}).constructor('yield typeof process')()].join()",
    /^undefined$/,
  ),
  sees(
    'reach-require-constructor',
    'the constructor behind `require`',
    "require.constructor('return typeof process + typeof globalThis.require')()",
    /^undefinedundefined$/,
  ),
  sees(
    'reach-kit-constructor',
    'the constructor behind the kit',
    "Node.constructor('return typeof process')() + this.disk.constructor.constructor('return typeof process')()",
    /^undefinedundefined$/,
  ),
  sees(
    'reach-json-constructor',
    'the constructor behind a message',
    "JSON.parse('{}').constructor.constructor('return typeof process')()",
    /^undefined$/,
  ),
  sees(
    'reach-this',
    '`this` of a sloppy function',
    "typeof Function('return this.process')()",
    /^undefined$/,
  ),
  sees(
    'reach-error-realm',
    'the constructor behind an error of the realm',
    "(() => { try { null.x } catch (error) { return error.constructor.constructor('return typeof process')() } })()",
    /^undefined$/,
  ),
  sees(
    'reach-deep-error-realm',
    'the constructor behind an error of a full stack',
    '(() => { const again = () => again(); try { again() } catch (error) { return error.constructor === RangeError } })()',
    /^true$/,
  ),
]

const frames: readonly Attack[] = [
  sees(
    'reach-stack-hook',
    'functions behind the stack',
    "(() => { try { Error.prepareStackTrace = (_, sites) => sites.map((site) => typeof site.getFunction()).join() } catch {} return typeof new Error('x').stack + String(Error.prepareStackTrace) })()",
    /^stringundefined$/,
  ),
  sees(
    'reach-capture',
    'Error.captureStackTrace with a hook',
    '(() => { const o = {}; Error.captureStackTrace?.(o); return /\\/(?:work|home|usr|tmp|sandbox)\\//.test(String(o.stack)) })()',
    /^false$/,
  ),
  sees(
    'reach-caller',
    'the caller of a handler',
    '(() => { try { return String(this.onStart.caller) } catch (error) { return error.name } })()',
    /^(TypeError|null)$/,
  ),
  {
    id: 'reach-callee',
    title: 'the caller of a sloppy function',
    source: inHandler(
      "const f = Function('return arguments.callee.caller'); let seen; try { seen = f() } catch (error) { seen = error.name } throw new Error(String(seen))",
    ),
    expected: ['threw'],
    says: /^(null|TypeError)$/,
  },
  sees(
    'reach-paths',
    'paths in stacks',
    "/node_modules|\\/home\\/|\\/sandbox|worker\\.cjs/.test(new Error('x').stack)",
    /^false$/,
  ),
]

const insides: readonly Attack[] = [
  {
    id: 'reach-private',
    title: 'private fields of the kit',
    source: inHandler(
      'throw new Error([...Object.getOwnPropertyNames(this), ...Object.getOwnPropertySymbols(this)].map(String).sort().join())',
    ),
    expected: ['threw'],
    says: /^currentTerm,disk,id,leaderId,nodes,peers,role,settings,votedFor$/,
  },
  {
    id: 'reach-runtime',
    title: 'the runtime, through patched methods of maps',
    source: inNode(
      "onStart() { const seen = []; Map.prototype.get = function () { seen.push(...this.keys()) }; this.disk.read('k'); throw new Error(seen.join() || 'nothing') }",
    ),
    expected: ['threw'],
    says: /^nothing$/,
  },
  {
    id: 'reach-seed',
    title: 'the seed, through what the kit hands out',
    source: tells("JSON.stringify([this.settings, this.disk, Object.keys(this)]).includes('seed')"),
    expected: ['threw'],
    says: /^false$/,
  },
  {
    id: 'reach-kit-source',
    title: 'hidden checks in the text of all that can be reached',
    source: inHandler(
      "const seen = new Set(); const texts = []; const walk = (value, depth) => { if (value === null || !/object|function/.test(typeof value) || seen.has(value) || depth > 8) return; seen.add(value); if (typeof value === 'function') texts.push(Function.prototype.toString.call(value)); for (const key of Reflect.ownKeys(value)) { try { walk(value[key], depth + 1) } catch {} } walk(Object.getPrototypeOf(value), depth + 1) }; walk(globalThis, 0); walk(require, 0); walk(require('netsplit'), 0); walk(require('netsplit/raft'), 0); walk(this, 0); const all = texts.join(); throw new Error([texts.length > 100, ...['redael-faed', 'ecno-ta-gnihtyreve', 'suoreinam', 'sisemen', 'oiranecs'].map((word) => [...word].reverse().join('')).filter((word) => all.includes(word))].join())",
    ),
    expected: ['threw'],
    says: /^true$/,
  },
]

export const reach: readonly Attack[] = [
  ...names,
  ...imports,
  ...constructors,
  ...frames,
  ...insides,
]
