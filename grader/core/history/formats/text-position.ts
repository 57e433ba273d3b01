/**
 * Lines of a text and places in it, counted forwards so that all of a long text costs one
 * pass: histories have hundreds of thousands of lines.
 */

export interface TextLine {
  /** From 1. */
  readonly number: number
  /** Without its line break, and without the carriage return of Windows. */
  readonly text: string
}

/** The lines of a text, one after the other; a text that ends in a break has no last empty one. */
export function* linesOf(text: string): Generator<TextLine> {
  let start = 0
  for (let number = 1; start < text.length; number += 1) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const cut = end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end
    yield { number, text: text.slice(start, cut) }
    start = end + 1
  }
}

const CARRIAGE_RETURN = 13

/** Tells lines and columns of positions that are asked for in growing order. */
export class LineCounter {
  readonly #text: string
  #line = 1
  #start = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Line and column, both from 1; a position before the last one asked for counts anew. */
  at(position: number): { readonly line: number; readonly column: number } {
    if (position < this.#start) {
      this.#line = 1
      this.#start = 0
    }
    for (;;) {
      const next = this.#text.indexOf('\n', this.#start)
      if (next < 0 || next >= position) break
      this.#line += 1
      this.#start = next + 1
    }
    return { line: this.#line, column: position - this.#start + 1 }
  }
}
