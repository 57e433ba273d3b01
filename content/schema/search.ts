/** What the search looks through, and how it splits words: the build and the site must agree. */
import type { Options } from 'minisearch'

/** A place that the search can lead to: a section of a lesson, a word, a step of a lab. */
export interface SearchEntry {
  /** Where it is: an address inside the site. */
  readonly id: string
  readonly kind: 'lesson' | 'word' | 'lab'
  /** The heading of the section, the word, the title of the step. */
  readonly title: string
  /** What it is a part of: the lesson with its module, the lab. */
  readonly within: string
  /** Plain text. */
  readonly text: string
}

/** A part of a text under a heading of its own. */
export interface TextSection {
  /** Of the heading; undefined for what stands before the first. */
  readonly heading?: { readonly id: string; readonly text: string }
  /** Plain text, without code and questions. */
  readonly text: string
}

export const SEARCH_OPTIONS: Options<SearchEntry> = {
  fields: ['title', 'within', 'text'],
  storeFields: ['kind', 'title', 'within', 'text'],
  processTerm: (term) => {
    const word = term.toLowerCase().replace(/['’]s?$/, '')
    if (word === '') return null
    // One is found by asking for many; `consensus` and `lossless` are not many.
    return /[^sui]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
  },
}
