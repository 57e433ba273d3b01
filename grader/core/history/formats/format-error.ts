/**
 * What a reader of histories says when a text does not follow its format: where, what it
 * found there and what it expected, so that a person can mend the line.
 */

export interface FormatProblem {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units; the caret of an excerpt stands below it. */
  readonly column: number
  /** What stands there, in words or quoted. */
  readonly found: string
  /** What should stand there, and where it helps, how to get it. */
  readonly expected: string
}

/** A text is no history in the format that was asked for. */
export class HistoryFormatError extends Error {
  override readonly name = 'HistoryFormatError'
  readonly line: number
  readonly column: number
  readonly found: string
  readonly expected: string

  constructor({ line, column, found, expected }: FormatProblem) {
    super(`line ${line}, column ${column}: found ${found}; expected ${expected}`)
    this.line = line
    this.column = column
    this.found = found
    this.expected = expected
  }
}

const QUOTED_MAX = 40

/** A piece of the text in quotes, cut where it is too long to be read at a glance. */
export function quoted(text: string): string {
  return `“${shortened(text)}”`
}

/** The first line of a text, cut where it is too long to be read at a glance. */
export function shortened(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > QUOTED_MAX ? `${line.slice(0, QUOTED_MAX)}…` : line
}
