/** Searches the index that the content build wrote. */
import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import { find, type Hit, openSearch, type Search } from '../_search/find.ts'
import { SEARCH_FILE } from './content.ts'

/** Places in lessons, glossary and labs, the best first. */
export async function searchCourse(query: string): Promise<readonly Hit[]> {
  return query.trim() === '' ? [] : find(await readSearch(), query)
}

let opened: { readonly writtenAt: number; readonly search: Search } | undefined

/** Kept in memory until the content build writes a new one. */
async function readSearch(): Promise<Search> {
  const writtenAt = (await stat(SEARCH_FILE)).mtimeMs
  if (opened?.writtenAt !== writtenAt) {
    opened = { writtenAt, search: openSearch(await readFile(SEARCH_FILE, 'utf8')) }
  }
  return opened.search
}
