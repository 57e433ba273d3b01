/**
 * Reads EDN from a text, form by form, in one pass. It takes what Clojure prints: tagged
 * values, metadata, discarded forms and comments do not disturb it.
 * Source: the EDN specification, github.com/edn-format/edn.
 */
import type { EdnKeyword, EdnValue } from './edn-value.ts'
import { describeEdn, isEdnKeyword } from './edn-value.ts'
import { HistoryFormatError, quoted } from './format-error.ts'
import { LineCounter } from './text-position.ts'

/** Deeper than any history; keeps a hostile text from exhausting the stack. */
const DEPTH_MAX = 200

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' }
const INTEGER = /^[+-]?\d+N?$/
const DECIMAL = /^[+-]?\d+(\.\d*)?([eE][+-]?\d+)?M?$/
const SYMBOLS: ReadonlyMap<string, null | boolean> = new Map([
  ['nil', null],
  ['true', true],
  ['false', false],
])
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '"': '"',
  '\\': '\\',
}

const COMMA = 44

/** Commas are blanks in EDN. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === COMMA
}

const ENDERS = new Set(['(', ')', '[', ']', '{', '}', '"', ';'].map((char) => char.charCodeAt(0)))

/** Ends a number, a keyword or a symbol; so does the end of the text, which has no code. */
function endsToken(code: number): boolean {
  return Number.isNaN(code) || isBlank(code) || ENDERS.has(code)
}

export class EdnReader {
  readonly #text: string
  readonly #lines: LineCounter
  /** The same keywords come again in every line. */
  readonly #keywords = new Map<string, EdnKeyword>()
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
    this.#lines = new LineCounter(text)
  }

  /** Where the next character stands, from 0. */
  get position(): number {
    return this.#at
  }

  /** Goes past blanks, commas, comments and discarded forms; returns the next character or ''. */
  peek(): string {
    for (;;) {
      const char = this.#text[this.#at] ?? ''
      if (isBlank(this.#text.charCodeAt(this.#at))) this.#at += 1
      else if (char === ';') this.#toLineEnd()
      else if (char === '#' && this.#text[this.#at + 1] === '_') {
        this.#at += 2
        this.read()
      } else if (char === '#' && this.#text[this.#at + 1] === '!') this.#toLineEnd()
      else return char
    }
  }

  /** Goes past the next character, which `peek` has just told. */
  skip(): void {
    this.#at += 1
  }

  /**
   * The next form.
   * @throws HistoryFormatError where the text is not EDN, or ends
   */
  read(): EdnValue {
    this.#depth += 1
    if (this.#depth > DEPTH_MAX) {
      throw this.error(this.#at, `more than ${DEPTH_MAX} nested brackets`, 'a shallower value')
    }
    const value = this.#readForm(this.peek())
    this.#depth -= 1
    return value
  }

  /** An error at this position of the text. */
  error(position: number, found: string, expected: string): HistoryFormatError {
    return new HistoryFormatError({ ...this.#lines.at(position), found, expected })
  }

  /** Line and column of a position; cheap when asked in growing order. */
  placeAt(position: number): { readonly line: number; readonly column: number } {
    return this.#lines.at(position)
  }

  #readForm(char: string): EdnValue {
    switch (char) {
      case '':
        throw this.error(this.#at, 'the end of the text', 'a value')
      case '{':
        return this.#readMap()
      case '[':
      case '(':
        return this.#readUntil(CLOSERS[char] ?? '')
      case '"':
        return this.#readString()
      case '\\':
        return this.#readCharacter()
      case '#':
        return this.#readDispatch()
      case '^':
        this.#at += 1
        this.read()
        return this.read()
      case ']':
      case ')':
      case '}':
        throw this.error(this.#at, quoted(char), 'a value')
      default:
        return this.#readToken()
    }
  }

  #readMap(): EdnValue {
    const start = this.#at
    const items = this.#readUntil('}')
    if (items.length % 2 !== 0) {
      throw this.error(start, 'a map with a key and no value', 'as many values as keys')
    }
    const map = new Map<string, EdnValue>()
    for (let index = 0; index < items.length; index += 2) {
      map.set(keyText(items[index] ?? null), items[index + 1] ?? null)
    }
    return map
  }

  #readUntil(closer: string): readonly EdnValue[] {
    const start = this.#at
    this.#at += 1
    const items: EdnValue[] = []
    for (;;) {
      const char = this.peek()
      if (char === closer) {
        this.#at += 1
        return items
      }
      if (char === '') {
        const opener = quoted(this.#text[start] ?? '')
        throw this.error(start, `${opener} that is never closed`, `a ${quoted(closer)} after it`)
      }
      if (char === ']' || char === ')' || char === '}') {
        throw this.error(this.#at, quoted(char), `${quoted(closer)} or a value`)
      }
      items.push(this.read())
    }
  }

  #readString(): string {
    const start = this.#at
    let text = ''
    let from = start + 1
    for (let at = from; at < this.#text.length; at += 1) {
      const char = this.#text[at]
      if (char === '"') {
        this.#at = at + 1
        return text + this.#text.slice(from, at)
      }
      if (char !== '\\') continue
      const { value, end } = this.#readEscape(at)
      text += this.#text.slice(from, at) + value
      at = end - 1
      from = end
    }
    throw this.error(start, 'a string that is never closed', 'a “"” at its end')
  }

  #readEscape(at: number): { readonly value: string; readonly end: number } {
    const letter = this.#text[at + 1] ?? ''
    if (letter === 'u') {
      const digits = this.#text.slice(at + 2, at + 6)
      if (/^[0-9a-fA-F]{4}$/.test(digits)) {
        return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 }
      }
    }
    const value = ESCAPES[letter]
    if (value === undefined) {
      throw this.error(at, quoted(`\\${letter}`), 'one of \\n \\t \\r \\b \\f \\" \\\\ \\uXXXX')
    }
    return { value, end: at + 2 }
  }

  /** `\a`, `\newline`: a string of what stands after the backslash. */
  #readCharacter(): string {
    const start = this.#at
    const first = this.#text[start + 1]
    if (first === undefined) throw this.error(start, quoted('\\'), 'a character after it')
    // It may be a bracket.
    this.#at += 2
    return first + this.#takeToken()
  }

  /** `#{…}` a set, `##Inf` a number that JSON lacks, `#"…"` a pattern, else a tagged value. */
  #readDispatch(): EdnValue {
    const next = this.#text[this.#at + 1] ?? ''
    this.#at += 1
    if (next === '{') return this.#readUntil('}')
    if (next === '"') return this.#readString()
    if (next === '#') {
      this.#at += 1
      return this.#takeToken()
    }
    if (endsToken(this.#text.charCodeAt(this.#at))) {
      throw this.error(this.#at - 1, quoted('#'), 'a tag, a set “#{…}” or a discarded form “#_”')
    }
    this.#takeToken()
    return this.read()
  }

  #readToken(): EdnValue {
    const token = this.#takeToken()
    if (token.startsWith(':')) {
      const known = this.#keywords.get(token)
      if (known !== undefined) return known
      const keyword = { keyword: token.slice(1) }
      this.#keywords.set(token, keyword)
      return keyword
    }
    const symbol = SYMBOLS.get(token)
    if (symbol !== undefined) return symbol
    if (INTEGER.test(token)) {
      const digits = token.replace(/N$/, '')
      // As text, no two integers become equal by rounding.
      return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits
    }
    const decimal = DECIMAL.test(token) ? Number(token.replace(/M$/, '')) : Number.NaN
    return Number.isFinite(decimal) ? decimal : token
  }

  #takeToken(): string {
    const start = this.#at
    while (!endsToken(this.#text.charCodeAt(this.#at))) this.#at += 1
    return this.#text.slice(start, this.#at)
  }

  #toLineEnd(): void {
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#text.length : end
  }
}

function keyText(key: EdnValue): string {
  if (typeof key === 'string') return key
  return isEdnKeyword(key) ? key.keyword : describeEdn(key)
}
