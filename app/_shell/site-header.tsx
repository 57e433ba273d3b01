/** The header: wordmark, places, search, theme, account. */
import Link from 'next/link'
import { Suspense } from 'react'
import { SearchButton } from '../_search/search-button.tsx'
import { AccountLink, SignInLink } from './account-link.tsx'
import { ClassesPlace } from './classes-place.tsx'
import { SiteNav } from './site-nav.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { ViewBanner } from './view-banner.tsx'
import { Wordmark } from './wordmark.tsx'

export function SiteHeader() {
  return (
    <header className="no-print z-30 border-line border-b bg-page sm:sticky sm:top-0">
      <Suspense fallback={null}>
        <ViewBanner />
      </Suspense>
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Link href="/" className="flex min-h-14 items-center" aria-label="Netsplit, home">
          <Wordmark />
        </Link>
        <div className="order-last -mx-3 w-full pb-2 sm:order-none sm:mx-0 sm:w-auto sm:pb-0">
          <SiteNav>
            <Suspense fallback={null}>
              <ClassesPlace />
            </Suspense>
          </SiteNav>
        </div>
        <div className="ml-auto flex items-center gap-2 sm:gap-3">
          <SearchButton />
          <ThemeSwitch />
          <Suspense fallback={<SignInLink />}>
            <AccountLink />
          </Suspense>
        </div>
      </div>
    </header>
  )
}
