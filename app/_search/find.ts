/** Finds places in the course for a few words, and the passage of each that tells most. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch'
import { SEARCH_OPTIONS, type SearchEntry } from '#content/schema/search.ts'
import { QUERY_LENGTH_MAX } from './query-length.ts'

/** Plain text in parts; those that were searched for are marked. */
export type MarkedText = readonly { readonly text: string; readonly isMatch: boolean }[]

export interface Hit {
  /** An address inside the site. */
  readonly href: string
  readonly kind: SearchEntry['kind']
  readonly title: MarkedText
  readonly within: string
  readonly excerpt: MarkedText
}

export type Search = MiniSearch<SearchEntry>

const HITS_MAX = 24
/** Sections of one lesson, so that a long one does not hide all others. */
const HITS_OF_LESSON_MAX = 3
const EXCERPT_CHARS = 180
/** Shorter words are not guessed at: nearly everything is near them. */
const GUESS_CHARS_MIN = 5

/** @param text what scripts/build/content.ts wrote */
export function openSearch(text: string): Search {
  return MiniSearch.loadJSON<SearchEntry>(text, SEARCH_OPTIONS)
}

/**
 * The best first; none for an empty query. All words must occur, unless nothing has them all; a
 * letter may be wrong where nothing fits exactly.
 */
export function find(search: Search, query: string): readonly Hit[] {
  const words = query.slice(0, QUERY_LENGTH_MAX).trim()
  if (words === '') return []
  const found = firstFound(search, words)
  const ofPage = new Map<string, number>()
  const hits: Hit[] = []
  for (const { id, terms, kind, title, within, text } of found) {
    const href = String(id)
    const page = href.split('#')[0] ?? href
    const before = ofPage.get(page) ?? 0
    if (kind === 'lesson' && before >= HITS_OF_LESSON_MAX) continue
    ofPage.set(page, before + 1)
    const matches = matchPattern(terms)
    hits.push({
      href,
      kind: kind as SearchEntry['kind'],
      title: mark(String(title), matches),
      within: String(within),
      excerpt: mark(excerptOf(String(text), matches), matches),
    })
    if (hits.length === HITS_MAX) break
  }
  return hits
}

function firstFound(search: Search, words: string): readonly SearchResult[] {
  const none: readonly SearchResult[] = []
  return WAYS.reduce(
    (found, way) => (found.length > 0 ? found : search.search(words, { ...RANKING, ...way })),
    none,
  )
}

const RANKING: SearchOptions = {
  boost: { title: 4, within: 1.5 },
  // A word is found while it is still being typed.
  prefix: (term: string) => term.length > 1,
  weights: { prefix: 0.6, fuzzy: 0.3 },
  // Whoever asks for a word wants its meaning before its uses.
  boostDocument: (_id: unknown, _term: string, stored?: Record<string, unknown>) =>
    stored?.kind === 'word' ? 1.4 : 1,
}

const guess = (term: string) => (term.length >= GUESS_CHARS_MIN ? 1 : false)

/** From what surely is meant to what may be; the first that finds anything counts. */
const WAYS: readonly SearchOptions[] = [
  { combineWith: 'AND' },
  { combineWith: 'AND', fuzzy: guess },
  { combineWith: 'OR', fuzzy: guess },
]

/** These words, in any case. */
function matchPattern(terms: readonly string[]): RegExp {
  const words = terms
    .toSorted((a, b) => b.length - a.length)
    .map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])((?:${words.join('|')})s?)(?![\\p{L}\\p{N}])`, 'giu')
}

/** Whole words around the first match. */
function excerptOf(text: string, matches: RegExp): string {
  if (text.length <= EXCERPT_CHARS) return text
  const at = Math.max(text.search(matches), 0)
  const wanted = Math.max(at - EXCERPT_CHARS / 3, 0)
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const roughEnd = start + EXCERPT_CHARS
  const end = roughEnd >= text.length ? text.length : text.lastIndexOf(' ', roughEnd)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}

function mark(text: string, matches: RegExp): MarkedText {
  return text
    .split(matches)
    .map((part, index) => ({ text: part, isMatch: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}
