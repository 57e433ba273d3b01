/** Where a lesson's running text is, as opposed to its headings, code, tags and questions. */

/**
 * The text with all that is not prose blanked out, so that places in it are places in the text.
 * Words that are linked to the glossary are blanked out too.
 */
export function proseOf(text: string): string {
  return NOT_PROSE.reduce((prose, pattern) => prose.replaceAll(pattern, blank), text)
}

/** Where each word of the glossary is linked for the first time, by its id. */
export function linkedTerms(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const { 1: id = '', index } of text.matchAll(/<Term\s+id="([^"]*)"/g)) {
    if (!places.has(id)) places.set(id, index)
  }
  return places
}

/** Where a word of the glossary stands in prose for the first time, in the plural too; or -1. */
export function firstUse(prose: string, term: string): number {
  return prose.search(usePattern(term))
}

function usePattern(term: string): RegExp {
  const name = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/ /g, '\\s+')
  return new RegExp(`(?<![\\w-])${name}s?(?![\\w-])`, term === term.toLowerCase() ? 'i' : '')
}

const NOT_PROSE: readonly RegExp[] = [
  /^```[\s\S]*?^```$/gm,
  /`[^`\n]*`/g,
  /\$[^$\n]*\$/g,
  /^#+ .*$/gm,
  // Questions at the end repeat what the text has taught.
  /<Recall[\s\S]*?<\/Recall>/g,
  /<Term[\s\S]*?<\/Term>/g,
  // Links cannot stand in links.
  /\[[^\]]*\]\([^)]*\)/g,
  // A tag; what its attributes say cannot hold links.
  /<\/?[A-Za-z](?:"[^"]*"|[^">])*>/g,
]

function blank(part: string): string {
  return part.replaceAll(/[^\n]/g, ' ')
}
