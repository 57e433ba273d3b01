/** What the address of a table says: its filters and its page. */

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** One parameter, at most a hundred characters of it; empty when it is not there. */
export function textOf(query: Query, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

const PAGE_MAX = 100_000

/** The page, from 1. */
export function pageOf(query: Query): number {
  const page = Number(textOf(query, 'page'))
  return Number.isInteger(page) && page >= 1 ? Math.min(page, PAGE_MAX) : 1
}

/** The rows of the page that is asked for, or of the last one there is. */
export function pageOfRows<T>(
  query: Query,
  rows: readonly T[],
  perPage: number,
): { readonly page: number; readonly rows: readonly T[] } {
  const page = Math.min(pageOf(query), Math.max(1, Math.ceil(rows.length / perPage)))
  return { page, rows: rows.slice((page - 1) * perPage, page * perPage) }
}

/** The address of another page of the same table. */
export function hrefOf(path: string, filters: Readonly<Record<string, string>>, page: number) {
  const kept = Object.entries({ ...filters, page: page === 1 ? '' : String(page) })
  const search = new URLSearchParams(kept.filter(([, value]) => value !== '')).toString()
  return search === '' ? path : `${path}?${search}`
}
