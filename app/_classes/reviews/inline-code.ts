/** Words with code in them, as `this`: what comments may contain beside plain text. */

export interface TextPiece {
  /** Where it begins in the text. */
  readonly at: number
  readonly kind: 'plain' | 'code'
  readonly text: string
}

/** The pieces in order, without the backticks of code. A backtick alone stays what it is. */
export function splitInlineCode(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of text.matchAll(/`([^`\n]+)`/g)) {
    if (match.index > end) pieces.push(plain(text, end, match.index))
    pieces.push({ at: match.index, kind: 'code', text: match[1] ?? '' })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push(plain(text, end, text.length))
  return pieces
}

function plain(text: string, from: number, to: number): TextPiece {
  return { at: from, kind: 'plain', text: text.slice(from, to) }
}
