/**
 * Where a comment stands in another submission of the same step. It is attached to lines of the
 * one that it was written about; in another it is shown only where these very lines still are.
 */
import { type DiffLine, diffLines } from '../../labs/_editor/line-diff.ts'

/** Lines from 1, both included. */
export interface LineRange {
  readonly firstLine: number
  readonly lastLine: number
}

export type CommentPlace =
  | ({ readonly kind: 'here' } & LineRange)
  /** The lines changed or are gone. */
  | { readonly kind: 'outdated' }

/** Says for each range of the one text where it is in the other. */
export function placesIn(from: string, to: string): (range: LineRange) => CommentPlace {
  const moved = new Map<number, number>()
  for (const line of diffLines(from, to)) if (isSame(line)) moved.set(line.left, line.right)
  return ({ firstLine, lastLine }) => {
    const first = moved.get(firstLine)
    if (first === undefined) return { kind: 'outdated' }
    for (let line = firstLine; line <= lastLine; line += 1) {
      // A line put between them changes what the comment is about.
      if (moved.get(line) !== first + (line - firstLine)) return { kind: 'outdated' }
    }
    return { kind: 'here', firstLine: first, lastLine: first + (lastLine - firstLine) }
  }
}

function isSame(line: DiffLine): line is Extract<DiffLine, { kind: 'same' }> {
  return line.kind === 'same'
}

/** How many lines a text has, as editors count them; the empty one has one. */
export function countLines(source: string): number {
  return source.replace(/\n$/, '').split('\n').length
}

/** Whether these are lines of a text of so many. */
export function isRangeOf({ firstLine, lastLine }: LineRange, lines: number): boolean {
  return (
    Number.isInteger(firstLine) &&
    Number.isInteger(lastLine) &&
    firstLine >= 1 &&
    firstLine <= lastLine &&
    lastLine <= lines
  )
}

/** `line 4`, `lines 4 to 7`. */
export function rangeText({ firstLine, lastLine }: LineRange): string {
  return firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`
}
