/** Splits TypeScript into pieces to colour: enough to read by, where the editor is not loaded. */

export interface Piece {
  /** Where it begins in the source. */
  readonly at: number
  readonly kind: 'plain' | 'comment' | 'string' | 'number' | 'keyword'
  readonly text: string
}

const KEYWORDS = new Set(
  (
    'abstract as async await boolean break case catch class const constructor continue declare ' +
    'default delete do else export extends false finally for from function get if implements ' +
    'import in instanceof interface let new null number of override private protected public ' +
    'readonly return set static string super switch this throw true try type typeof undefined ' +
    'unknown var void while yield'
  ).split(' '),
)

const PATTERN =
  /(?<comment>\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<string>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[^]|[^`\\])*`?)|(?<number>\b\d[\d_]*(?:\.\d+)?\b)|(?<word>[A-Za-z_$][\w$]*)/g

/** The pieces in order; together they are the source. */
export function highlight(source: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of source.matchAll(PATTERN)) {
    const kind = kindOf(match.groups ?? {})
    if (kind === 'plain') continue
    if (match.index > end) {
      pieces.push({ at: end, kind: 'plain', text: source.slice(end, match.index) })
    }
    pieces.push({ at: match.index, kind, text: match[0] })
    end = match.index + match[0].length
  }
  if (end < source.length) pieces.push({ at: end, kind: 'plain', text: source.slice(end) })
  return pieces
}

function kindOf(groups: { readonly [name: string]: string | undefined }): Piece['kind'] {
  if (groups.comment !== undefined) return 'comment'
  if (groups.string !== undefined) return 'string'
  if (groups.number !== undefined) return 'number'
  return KEYWORDS.has(groups.word ?? '') ? 'keyword' : 'plain'
}
