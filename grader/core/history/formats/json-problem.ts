/**
 * Finds where a text stops being JSON. Engines word and place their errors differently, and
 * some give no place at all; a person needs the column, on every engine the same.
 * Source: RFC 8259.
 */

export interface JsonProblem {
  /** From 0. */
  readonly position: number
  readonly expected: string
}

const DEPTH_MAX = 200
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these in a string.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const LITERAL = /true|false|null/y
const BLANKS = /[ \t\r\n]*/y

/** Where a text is not JSON; undefined when it is. */
export function findJsonProblem(text: string): JsonProblem | undefined {
  const end = valueEnd(text, 0, 0)
  if (typeof end !== 'number') return end
  const after = skipBlanks(text, end)
  return after === text.length ? undefined : { position: after, expected: 'the end of the line' }
}

/** The position after the value that begins here, or what is wrong with it. */
function valueEnd(text: string, from: number, depth: number): number | JsonProblem {
  const start = skipBlanks(text, from)
  if (depth > DEPTH_MAX) return { position: start, expected: `at most ${DEPTH_MAX} brackets` }
  const char = text[start]
  if (char === '{') return listEnd(text, start, '}', depth)
  if (char === '[') return listEnd(text, start, ']', depth)
  const pattern = char === '"' ? STRING : char === '-' || isDigit(char) ? NUMBER : LITERAL
  const end = matchEnd(pattern, text, start)
  if (end !== undefined) return end
  const expected =
    char === '"'
      ? 'a string that ends in “"” and has no bare control characters'
      : 'a value: a string in “"”, a number, true, false, null, an object or an array'
  return { position: start, expected }
}

function listEnd(
  text: string,
  start: number,
  closer: '}' | ']',
  depth: number,
): number | JsonProblem {
  let at = skipBlanks(text, start + 1)
  if (text[at] === closer) return at + 1
  for (;;) {
    if (closer === '}') {
      const afterName = nameEnd(text, at)
      if (typeof afterName !== 'number') return afterName
      at = afterName
    }
    const end = valueEnd(text, at, depth + 1)
    if (typeof end !== 'number') return end
    at = skipBlanks(text, end)
    if (text[at] === closer) return at + 1
    if (text[at] !== ',') return { position: at, expected: `“,” or “${closer}”` }
    at = skipBlanks(text, at + 1)
  }
}

/** The position after `"name":`. */
function nameEnd(text: string, at: number): number | JsonProblem {
  const end = text[at] === '"' ? matchEnd(STRING, text, at) : undefined
  if (end === undefined) return { position: at, expected: 'the name of a field in “"”' }
  const colon = skipBlanks(text, end)
  return text[colon] === ':' ? colon + 1 : { position: colon, expected: '“:” after the name' }
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}

function skipBlanks(text: string, at: number): number {
  return matchEnd(BLANKS, text, at) ?? at
}

/** The position after the match that begins exactly here. */
function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
