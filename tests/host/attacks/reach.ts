/** Code that looks for a way out, and tells by what it throws how far it came. */
import { type Attack, inHandler } from './attack.ts'

function reaches(id: string, body: string, says: RegExp): Attack {
  return { id, source: inHandler(body), outcomes: ['failed'], ends: 'threw', says }
}

export const reach: readonly Attack[] = [
  reaches(
    'globals of Node',
    "throw new Error(['process', 'Buffer', 'global', 'setTimeout', 'fetch', 'WebAssembly', 'Atomics', 'SharedArrayBuffer', 'Intl', 'WeakRef'].map((name) => typeof (globalThis as any)[name]).join())",
    /^(undefined,){9}undefined$/,
  ),
  reaches('module fs', "require('fs')", /^cannot import "fs": a node has netsplit and/),
  reaches('module node:child_process', "require('node:child_process')", /^cannot import/),
  reaches(
    'function constructor',
    "throw new Error((this as any).constructor.constructor('return typeof process + typeof require')())",
    /^undefinedundefined$/,
  ),
  reaches('prototype names as modules', "require('__proto__')", /^cannot import "__proto__"/),
  reaches(
    'host objects behind the stack',
    "const hook = (_: unknown, sites: any[]) => sites.map((s) => typeof s.getFunction()).join(); try { (Error as any).prepareStackTrace = hook } catch {}; throw new Error(typeof new Error('x').stack + String((Error as any).prepareStackTrace))",
    /^stringundefined$|Cannot assign to read only property/,
  ),
  reaches(
    'what the realm script left behind',
    "throw new Error(['realm', 'ivm', 'log', '__def', 'modules', 'global', 'load'].filter((name) => name in globalThis).join() || 'nothing')",
    /^nothing$/,
  ),
  reaches(
    'randomness and time that differ',
    'throw new Error([Math.random() === Math.random(), Date.now(), new Date().getTime()].join())',
    /^false,0,0$/,
  ),
  {
    id: 'what another node left in the realm',
    source: [
      "import { RaftNode } from 'netsplit/raft'",
      'const all = globalThis as any',
      'export class Spy extends RaftNode {',
      '  onStart() {',
      '    const found = [all.left, ({} as any).left, ([] as any).left, (RegExp as any).$1, (JSON as any).left, (RaftNode as any).left]',
      "    if (found.join('') !== '') throw new Error(`found ${found.join()}`)",
      '    all.left = 7; (Object.prototype as any).left = 7; (JSON as any).left = 7',
      "    ;(RaftNode as any).left = 7; /(\\w+)/.test('left')",
      '  }',
      '}',
    ].join('\n'),
    outcomes: ['failed'],
    ends: 'claim-broken',
  },
]
