/**
 * The tokens of a program without what is changed to make a copy look different: names, values,
 * comments, layout. Not a parser: it never fails, and reads code that does not compile as well.
 */

export interface Tokens {
  /** What each token is: a word of the language, a sign, or one of `name`, `value`, `text`. */
  readonly kinds: readonly string[]
  /** The line, from 1, on which each begins. */
  readonly firstLines: readonly number[]
  /** The line on which each ends. */
  readonly lastLines: readonly number[]
}

const WORDS = new Set(
  (
    'async await break case catch class continue debugger default delete do else export extends ' +
    'false finally for function if import in instanceof new null return static super switch this ' +
    'throw true try typeof void while with yield'
  ).split(' '),
)
/** Ways to say the same; and what changes nothing in a run. */
const SAME: Readonly<Record<string, string>> = { const: 'let', var: 'let', let: 'let' }
const SILENT = new Set([';', 'private', 'protected', 'public', 'readonly', 'override'])
/** After these a slash divides; after all else it begins a pattern. */
const OPERANDS = new Set(['name', 'value', 'text', ')', ']', '}', 'this', 'super', 'true', 'false'])

/** Words that come before a colon without being the key of something. */
const BEFORE_COLONS = new Set(['default', 'false', 'null', 'super', 'this', 'true'])
const KEY_ENDS = /\s*\??:/y

const SPACE = /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const NAME = /[#@]?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy
const NUMBER =
  /0[xX][\da-fA-F_]+n?|0[bB][01_]+n?|0[oO][0-7_]+n?|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?n?/y
const TEXT = /"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?/y
/** From a backtick, or from the brace that ends an insertion, to the next insertion or the end. */
const TEMPLATE = /[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y
const PATTERN = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y
/** Signs of more than one character; `>` stays alone, because types close with two of them. */
const SIGN =
  /\.\.\.|===|!==|\*\*=|<<=|&&=|\|\|=|\?\?=|=>|==|!=|<=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|\*\*|[\s\S]/y

/** Reads a program of TypeScript or JavaScript. */
export function tokensOf(source: string): Tokens {
  const kinds: string[] = []
  const firstLines: number[] = []
  const lastLines: number[] = []
  /** For each insertion of a template that is open: how many braces are open in it. */
  const insertions: number[] = []
  let at = 0
  let line = 1
  while (at < source.length) {
    const { text, kind } = nextToken(source, at, { before: kinds.at(-1), insertions })
    const first = line
    for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1)) line++
    at += text.length
    if (kind === undefined || SILENT.has(kind)) continue
    kinds.push(kind)
    firstLines.push(first)
    lastLines.push(line)
  }
  return { kinds, firstLines, lastLines }
}

interface Place {
  readonly before: string | undefined
  readonly insertions: number[]
}

/** The text of a token and its kind; no kind for what lies between tokens. */
function nextToken(source: string, at: number, { before, insertions }: Place) {
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0]
  }
  const space = take(SPACE)
  if (space !== undefined) return { text: space, kind: undefined }
  const char = source[at]
  if (char === '`' || (char === '}' && insertions.at(-1) === 0)) {
    const text = take(TEMPLATE) ?? char
    if (char === '}') insertions.pop()
    if (text.endsWith('${')) insertions.push(0)
    return { text, kind: 'text' }
  }
  const name = take(NAME)
  if (name !== undefined) {
    KEY_ENDS.lastIndex = at + name.length
    // `set.delete(…)`, `{ for: 5 }`: members may be called like words of the language.
    const isMember = before === '.' || before === '?.'
    const isKey = KEY_ENDS.test(source) && !BEFORE_COLONS.has(name)
    return { text: name, kind: isMember || isKey ? 'name' : kindOfName(name) }
  }
  const number = take(NUMBER)
  if (number !== undefined) return { text: number, kind: 'value' }
  const quoted = take(TEXT)
  if (quoted !== undefined) return { text: quoted, kind: 'text' }
  const divides = before !== undefined && OPERANDS.has(before)
  const pattern = char === '/' && !divides ? take(PATTERN) : undefined
  if (pattern !== undefined) return { text: pattern, kind: 'text' }
  const sign = take(SIGN) ?? source.slice(at, at + 1)
  countBraces(sign, insertions)
  return { text: sign, kind: sign }
}

function kindOfName(name: string): string {
  if (WORDS.has(name) || SILENT.has(name)) return name
  return Object.hasOwn(SAME, name) ? (SAME[name] ?? 'name') : 'name'
}

function countBraces(sign: string, insertions: number[]): void {
  const open = insertions.at(-1)
  if (open === undefined) return
  if (sign === '{') insertions[insertions.length - 1] = open + 1
  if (sign === '}') insertions[insertions.length - 1] = open - 1
}
