/**
 * Long computations inside V8 itself, where no interrupt is looked at: an isolate's own
 * timeout does not end them.
 */
import { type Attack, atLoad, type Fall, inHandler, MEMORY, TIME } from './attack.ts'

function long(id: string, title: string, body: string, expected = TIME): Attack {
  return { id, title, source: inHandler(body), expected }
}

function rarely(id: string, title: string, body: string, expected = TIME): Attack {
  return { ...long(id, title, body, expected), runs: 'in full' }
}

function quick(
  id: string,
  title: string,
  body: string,
  expected: readonly Fall[] = ['threw'],
): Attack {
  return long(id, title, body, expected)
}

const arrays: readonly Attack[] = [
  long(
    'native-index-of',
    'a search through 2^53 places',
    'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)',
  ),
  rarely(
    'native-copy-within',
    'a move of 2^53 places',
    'Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1)',
  ),
  rarely(
    'native-reverse',
    'a reversal of 2^53 places',
    'Array.prototype.reverse.call({ length: 2 ** 53 - 1 })',
    MEMORY,
  ),
  rarely(
    'native-sparse',
    'a walk over an array of holes',
    'const holes = []; holes.length = 2 ** 32 - 1; for (;;) holes.forEach(() => {})',
  ),
  rarely(
    'native-includes',
    'a search through thirty million zeros, again and again',
    'const all = new Array(3e7).fill(0); for (;;) all.includes(1)',
    MEMORY,
  ),
  rarely(
    'native-typed-sort',
    'sorting seven million numbers, again and again',
    'const all = new Float64Array(7e6); for (;;) { for (let i = 0; i < all.length; i++) all[i] = Math.sin(i * i); all.sort() }',
    ['time-limit', 'memory-limit', 'threw'],
  ),
  quick(
    'native-join',
    'joining an array of holes',
    'const holes = []; holes.length = 2 ** 32 - 1; holes.join()',
  ),
  quick(
    'native-apply',
    'two thousand million arguments',
    'String.fromCharCode.apply(null, { length: 2 ** 31 })',
  ),
  rarely(
    'native-union',
    'a union with a set without end',
    'new Set().union({ size: 1, has() {}, keys: () => ({ next: () => ({ done: false, value: 1 }) }) })',
  ),
]

const numbers: readonly Attack[] = [
  long(
    'native-bigint-print',
    'printing a number of sixty million bits',
    '((1n << 60000000n) - 1n).toString()',
  ),
  rarely(
    'native-bigint-parse',
    'reading twenty million digits',
    "for (;;) BigInt('9'.repeat(2e7))",
  ),
  rarely(
    'native-bigint-multiply',
    'multiplying numbers of twenty million bits',
    'const b = (1n << 20000000n) - 1n; for (;;) b * b',
    MEMORY,
  ),
  rarely(
    'native-bigint-divide',
    'dividing numbers of a hundred million bits',
    'const b = (1n << 100000000n) - 1n; for (;;) b / ((1n << 50000000n) - 3n)',
    MEMORY,
  ),
  rarely(
    'native-bigint-power',
    'a power of a hundred thousand digits, again and again',
    'for (;;) 3n ** 3000000n',
    MEMORY,
  ),
]

const texts: readonly Attack[] = [
  long('native-regexp', 'an expression that backtracks', "/(x+x+)+y/.test('x'.repeat(64))"),
  rarely(
    'native-regexp-replace',
    'an expression that backtracks in a long text',
    "'x'.repeat(1e5).replace(/(x+x+)+y/g, '')",
  ),
  rarely(
    'native-regexp-behind',
    'an expression that backtracks while it looks behind',
    "/(?<=z(x+x+)+)y/.test('x'.repeat(64) + 'y')",
  ),
  rarely(
    'native-regexp-backreference',
    'an expression with references to what it read',
    "/^(x*)*\\1y/.test('x'.repeat(64))",
  ),
  rarely(
    'native-regexp-sets',
    'a million expressions with sets',
    "for (let i = 0; ; i++) new RegExp('[\\\\p{L}--[' + String.fromCodePoint(97 + (i % 26)) + ']]+' + i, 'vi').test('A')",
    MEMORY,
  ),
  quick(
    'native-regexp-nested',
    'an expression of two hundred thousand groups',
    "new RegExp('('.repeat(2e5) + ')'.repeat(2e5)).test('')",
  ),
  rarely(
    'native-search',
    'a search for a long text in a longer one',
    "const hay = 'a'.repeat(2 ** 22); const needle = 'a'.repeat(2 ** 21) + 'b'; for (;;) hay.indexOf(needle)",
  ),
  rarely(
    'native-split',
    'splitting a long text, again and again',
    "for (;;) 'a,'.repeat(2 ** 20).split(',')",
    MEMORY,
  ),
  rarely(
    'native-stringify',
    'writing a million objects as JSON, again and again',
    'const all = []; for (let i = 0; i < 1e6; i++) all.push({ a: i }); for (;;) JSON.stringify(all)',
    MEMORY,
  ),
  rarely(
    'native-parse',
    'reading a long JSON text, again and again',
    "const text = '[' + '1,'.repeat(2e6) + '1]'; for (;;) JSON.parse(text)",
    MEMORY,
  ),
  quick(
    'native-locale',
    'comparing texts by the rules of a language',
    "'a'.repeat(2 ** 24).localeCompare('a'.repeat(2 ** 24) + 'a')",
  ),
  quick(
    'native-normalize',
    'texts in normal form',
    "'\\u1E9B\\u0323'.repeat(2 ** 21).normalize('NFKD')",
  ),
  quick('native-lower-case', 'Turkish lower case', "'İ'.repeat(2 ** 23).toLocaleLowerCase('tr')"),
  quick(
    'native-intl',
    'dates in all languages',
    "for (;;) new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(0)",
  ),
  quick(
    'native-date-parse',
    'a date of a hundred million brackets',
    "(Date as any).parse('('.repeat(2 ** 27))",
  ),
  quick(
    'native-atomics',
    'waiting for another thread',
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  ),
  quick(
    'native-atomics-async',
    'waiting for another thread without blocking',
    'Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  ),
  quick(
    'native-finalizers',
    'finalizers that loop',
    'const late = new FinalizationRegistry(() => { for (;;); }); for (let i = 0; i < 1e6; i++) late.register({}, i)',
  ),
]

const sources: readonly Attack[] = [
  quick('native-eval-sum', 'a sum of two million terms', "(0, eval)('1' + '+1'.repeat(2e6))", [
    'claim-broken',
    'threw',
    'memory-limit',
  ]),
  quick('native-eval-nested', 'a million brackets', "(0, eval)('('.repeat(1e6) + ')'.repeat(1e6))"),
  {
    id: 'native-many-functions',
    title: 'functions made of text without end',
    source: atLoad("for (let i = 0; ; i++) new Function('return ' + i + '+' + 'x'.repeat(1000))"),
    expected: MEMORY,
    runs: 'in full',
  },
]

export const natives: readonly Attack[] = [...arrays, ...numbers, ...texts, ...sources]
