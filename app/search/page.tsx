/** The search on a page of its own: works without JavaScript, and as one types with it. */
import type { Metadata } from 'next'
import { QUERY_LENGTH_MAX } from '../_search/query-length.ts'
import { SearchPanel } from '../_search/search-panel.tsx'
import { searchCourse } from '../_server/search.ts'
import { PageTitle } from '../_shell/page-title.tsx'

interface SearchPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const query = queryOf(await searchParams)
  return { title: query === '' ? 'Search' : `Search: ${query}`, robots: { index: false } }
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = queryOf(await searchParams)
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-12 sm:px-6 sm:py-16">
      <PageTitle title="Search">
        Sections of lessons, words of the glossary, steps of labs.
      </PageTitle>
      <SearchPanel key={query} first={{ query, hits: await searchCourse(query) }} place="page" />
    </div>
  )
}

function queryOf({ q }: Awaited<SearchPageProps['searchParams']>): string {
  const text = (Array.isArray(q) ? q[0] : q) ?? ''
  return text.slice(0, QUERY_LENGTH_MAX).trim()
}
