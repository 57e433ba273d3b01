'use client'
/**
 * Opens the search over any page, also by the key `/`. Without JavaScript it leads to the page of
 * the search.
 */
import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { buttonStyle } from '../_ui/button-style.ts'
import { useStored } from '../_ui/use-stored.ts'

const SearchDialog = lazy(() =>
  import('./search-dialog.tsx').then((module) => ({ default: module.SearchDialog })),
)

/** Where a slash is text, or the keys belong to something else. */
const TAKEN = 'input, textarea, select, [contenteditable], .monaco-editor, [role="dialog"]'

export function SearchButton() {
  const [isOpen, setOpen] = useState(false)
  // The same choice as for the plain keys of the labs: who speaks to a computer turns them off.
  const [usesKey, setUsesKey] = useStored('netsplit:plain-keys', true, asBoolean)
  const isOnPage = usePathname() === '/search'
  const latest = useRef({ usesKey, isOnPage })
  useEffect(() => {
    latest.current = { usesKey, isOnPage }
  })
  // The key comes from the window, so that it works with the focus anywhere.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = event.key === '/' && !(event.ctrlKey || event.metaKey || event.altKey)
      if (!isPlain || event.defaultPrevented || event.isComposing || !latest.current.usesKey) return
      if (event.target instanceof Element && event.target.closest(TAKEN) !== null) return
      event.preventDefault()
      if (latest.current.isOnPage) {
        document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus()
      } else setOpen(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <Link
        href="/search"
        aria-keyshortcuts={usesKey ? '/' : undefined}
        className={buttonStyle({ look: 'secondary', size: 'small', className: 'px-2' })}
        // A new tab may still be asked for.
        onClick={(event) => {
          if (isOnPage || event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="max-xl:sr-only">Search</span>
        {usesKey ? (
          <kbd
            aria-hidden="true"
            className="hidden rounded border border-line-strong px-1.5 font-sans text-xs xl:inline"
          >
            /
          </kbd>
        ) : null}
      </Link>
      {isOpen ? (
        <Suspense fallback={null}>
          <SearchDialog {...{ usesKey, setUsesKey }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function asBoolean(kept: unknown): boolean | undefined {
  return typeof kept === 'boolean' ? kept : undefined
}
