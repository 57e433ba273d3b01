/**
 * Sources that attack the compiler: by depth, by length, by what makes a parser begin
 * again, and by what changes the text around the code.
 */
import { type Attack, type Fall, honestAfter, inHandler, inNode } from './attack.ts'

const REFUSED: readonly Fall[] = ['does-not-compile']
const ANY: readonly Fall[] = [
  'does-not-compile',
  'threw',
  'claim-broken',
  'memory-limit',
  'time-limit',
]

/** As many bytes as a source may have, less some for the rest of it. */
const ROOM = 60_000

/** `piece` as often as it fits. */
function pile(id: string, title: string, piece: string, end = '', expected = ANY): Attack {
  return {
    id,
    title,
    source:
      piece.repeat(Math.floor(ROOM / (piece.length + end.length))) +
      end.repeat(Math.floor(ROOM / (piece.length + end.length))),
    expected,
  }
}

const deep: readonly Attack[] = [
  pile('source-brackets', 'brackets', '(', '', REFUSED),
  pile('source-brackets-closed', 'brackets that are closed', '(', ')'),
  pile('source-lists', 'lists in lists', '[', ']'),
  pile('source-objects', 'objects in objects', '({a:', '})'),
  pile('source-arrows', 'arrows', 'a=>', '', REFUSED),
  pile('source-templates', 'templates in templates', '`${', '}`'),
  pile('source-unary', 'signs', '!', '', REFUSED),
  pile('source-minus', 'two kinds of minus', '- -', '', REFUSED),
  pile('source-power', 'powers', '2**', '', REFUSED),
  pile('source-choice', 'choices', 'a?b:', '', REFUSED),
  pile('source-chain', 'optional chains', 'a?.[', ']'),
  pile('source-sum', 'a sum', '1+', '', REFUSED),
  pile('source-labels', 'labels', 'a:', '', REFUSED),
  pile('source-if', 'conditions', 'if(1)', '', REFUSED),
  pile('source-new', 'makers', 'new ', '', REFUSED),
  pile('source-commas', 'holes in a list', ',', '', REFUSED),
  pile('source-patterns', 'patterns in patterns', 'let[', '', REFUSED),
]

/** The types of TypeScript, where a parser has to guess and to begin again. */
const types: readonly Attack[] = [
  pile('source-generics-closed', 'types of types, closed', 'let x:A<', '', REFUSED),
  {
    id: 'source-type-lists',
    title: 'a type of lists in lists',
    source: `let x: ${'['.repeat(3e4)}${']'.repeat(3e4)}`,
    expected: ANY,
  },
  {
    id: 'source-type-keys',
    title: 'keys of keys',
    source: `let x: ${'keyof '.repeat(9e3)}A`,
    expected: ANY,
  },
  {
    id: 'source-type-choice',
    title: 'choices among types',
    source: `type T = ${'A extends B ? '.repeat(3e3)}`,
    expected: REFUSED,
  },
  {
    id: 'source-type-template',
    title: 'templates among types',
    source: `type T = ${'`${'.repeat(1e4)}A${'}`'.repeat(1e4)}`,
    expected: ANY,
  },
  {
    id: 'source-type-union',
    title: 'thirty thousand types in one',
    source: `type T = ${"'a'|".repeat(1e4)}'b'`,
    expected: ANY,
  },
  pile('source-guess', 'choices that might be arrows', 'a?(b):(', '', ANY),
  pile('source-guess-arrow', 'brackets that might be arrows', '(a=(', '', ANY),
  pile('source-guess-typed', 'brackets that might be typed arrows', '(a):b=>(', '', ANY),
  pile('source-guess-generic', 'arrows that might be generic', '<T>(a', '', ANY),
  pile(
    'source-guess-infer',
    'types that might be inferred',
    'type A=B extends infer C extends ',
    '',
    ANY,
  ),
  pile('source-assertions', 'assertions', '<a>', '', REFUSED),
  pile('source-as', 'other assertions', 'a as ', '', REFUSED),
  pile('source-decorators', 'decorators', '@a', '', REFUSED),
  pile('source-enums', 'enums', 'enum A{a=', '', REFUSED),
  pile('source-namespaces', 'namespaces', 'namespace A{', '}'),
  {
    id: 'source-constants',
    title: 'constants that double',
    source: `const a0 = 'xxxxxxxx';${Array.from({ length: 30 }, (_, i) => `const a${i + 1} = a${i} + a${i};`).join('')}`,
    expected: ANY,
  },
]

const odd: readonly Attack[] = [
  {
    id: 'source-long',
    title: 'a source that is too long',
    source: `// ${'x'.repeat(70_000)}`,
    expected: REFUSED,
    says: /at most 65536/,
  },
  {
    id: 'source-wide',
    title: 'a source whose bytes are too many',
    source: `// ${'選'.repeat(30_000)}`,
    expected: REFUSED,
    says: /at most 65536/,
  },
  {
    id: 'source-line',
    title: 'sixty thousand names in one line',
    source: `let ${Array.from({ length: 9000 }, (_, i) => `a${i}`).join()}`,
    expected: ANY,
  },
  {
    id: 'source-empty',
    title: 'an empty source',
    source: '',
    expected: ['threw'],
    says: /^export one class/,
  },
  {
    id: 'source-nul',
    title: 'a source of characters that nobody sees',
    source: '\u0000'.repeat(1000),
    expected: REFUSED,
  },
  {
    id: 'source-half',
    title: 'a source with half a character',
    source: inHandler("throw new Error('\ud800')"),
    expected: ['threw'],
    says: /^\ufffd+$/,
  },
  {
    id: 'source-bom',
    title: 'a source with a mark of byte order',
    source: `\ufeff${inHandler('')}`,
    expected: ['claim-broken'],
  },
  {
    id: 'source-separators',
    title: 'line breaks that only some programs see',
    source: inHandler("// \u2028 throw new Error('seen')"),
    expected: ['threw'],
    says: /^seen$/,
  },
  {
    id: 'source-html',
    title: 'a comment of another language',
    source: `<!-- x\n${inHandler('')}`,
    expected: ['does-not-compile', 'claim-broken', 'threw'],
  },
  {
    id: 'source-hashbang',
    title: 'a first line for a shell',
    source: `#!/bin/sh\n${inHandler('')}`,
    expected: ['does-not-compile', 'claim-broken', 'threw'],
  },
  {
    id: 'source-url',
    title: 'a source that takes another name',
    source: `${inHandler("throw new Error('x')")}\n//# sourceURL=/etc/passwd\n//# sourceMappingURL=file:///etc/passwd`,
    expected: ['threw'],
    says: /^x$/,
  },
  {
    id: 'source-asm',
    title: 'a module of asm.js',
    source: inHandler(
      "const m = new Function('std', '\"use asm\"; function f() { return 1 } return { f: f }'); throw new Error(String(m({}).f()))",
    ),
    expected: ['threw'],
    says: /^1$/,
  },
  {
    id: 'source-escape',
    title: 'a source that ends the function around it',
    source: `})\nthrow new Error('outside')\n;(function () {`,
    expected: REFUSED,
  },
  {
    id: 'source-escape-comment',
    title: 'a source that ends in a comment',
    source: `${inHandler('')}\n/*`,
    expected: REFUSED,
  },
  {
    id: 'source-escape-line',
    title: 'a source that ends in a comment of one line',
    source: `${inHandler('')}\n//`,
    expected: ['claim-broken'],
  },
  {
    id: 'source-strict',
    title: 'a source that wants no strictness',
    source: inHandler("(function () { 'no strict'; undeclared = 1 })()"),
    expected: ['threw'],
    says: /undeclared is not defined/,
  },
  {
    id: 'source-await',
    title: 'await at the top',
    source: `await 0\n${inHandler('')}`,
    expected: REFUSED,
  },
  {
    id: 'source-async',
    title: 'an async handler',
    source: inNode('async onStart() {}'),
    expected: REFUSED,
    says: /may not wait/,
  },
  {
    id: 'source-async-hidden',
    title: 'async spelt with an escape',
    source: inNode('\\u0061sync onStart() {}'),
    expected: ['does-not-compile', 'threw'],
  },
  {
    id: 'source-jsx',
    title: 'a factory that the file names',
    source: `/** @jsx process.exit */\n/** @jsxImportSource node:fs */\n${inHandler('')}`,
    expected: ['claim-broken'],
  },
  {
    id: 'source-with',
    title: 'a `with` statement',
    source: inHandler("with (globalThis) { throw new Error('x') }"),
    expected: REFUSED,
  },
  {
    id: 'source-delete',
    title: 'a class that is made by decorators',
    source: `function d(x: any) { return class { onStart() {} } }\n@d export class A {}\n${inHandler('').replace('export ', '')}`,
    expected: ['threw', 'does-not-compile'],
  },
  {
    id: 'source-accessor',
    title: 'accessors by the newest syntax',
    source: inNode('accessor x = 1\nonStart() { throw new Error(String(this.x)) }'),
    expected: ['threw', 'does-not-compile'],
  },
  {
    id: 'source-using',
    title: 'declarations that clean up',
    source: inHandler("using x = { [Symbol.dispose]() { throw new Error('x') } }"),
    expected: ['threw', 'does-not-compile'],
  },
  {
    id: 'source-honest',
    title: 'honest code after a pile of comments and names',
    source: honestAfter(`/*${'*'.repeat(20_000)}*/ const unused = [${'0,'.repeat(10_000)}]`),
    expected: ['pass'],
    isHonest: true,
  },
]

/**
 * Small sources of which a compiler makes gigabytes, by indenting or adding up, or which it
 * reads again for each of their parts. They are tried last, since what they break is shared.
 */
const runaway: readonly Attack[] = [
  pile('source-functions', 'functions in functions', '()=>{', '}'),
  pile('source-blocks', 'blocks', '{', '}'),
  pile('source-classes', 'classes in static blocks', 'class A{static{', '}}'),
  pile('source-generics', 'types of types', 'f<', '', ANY),
  pile('source-guess-conditional', 'choices of typed arrows', 'a?(b):c=>', '', ANY),
  {
    id: 'source-enum-long',
    title: 'an enum whose members add up',
    source: `enum A { a0 = 'xx', ${Array.from({ length: 1500 }, (_, i) => `a${i + 1} = a${i} + a${i}`).join(', ')} }`,
    expected: ANY,
  },
  {
    id: 'source-enum-doubles',
    title: 'an enum whose members double',
    source: `enum A { a0 = 'xx', ${Array.from({ length: 34 }, (_, i) => `a${i + 1} = \`\${a${i}}\${a${i}}\``).join(', ')} }\nconsole.log(A.a34)`,
    expected: ANY,
  },
]

export const compiler: readonly Attack[] = [...deep, ...types, ...odd, ...runaway]
