/** Coloured pieces line by line, for code that has something between its lines. */
import { highlight, type Piece } from './highlight.ts'

export const PIECE_STYLES: Readonly<Record<Piece['kind'], string>> = {
  plain: '',
  comment: 'text-muted',
  string: 'text-pass',
  number: 'text-fault',
  keyword: 'text-accent',
}

/** The pieces of each line, without its end; the last line end begins no line. */
export function highlightLines(source: string): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const { at, kind, text } of highlight(source.replace(/\n$/, ''))) {
    let from = at
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ at: from, kind, text: part })
      from += part.length + 1
    }
  }
  return lines
}
