'use client'
/** The places of the site; the present one is marked. */
import { clsx } from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

const PLACES = [
  { href: '/learn', name: 'Learn' },
  { href: '/labs', name: 'Labs' },
  { href: '/quiz', name: 'Quiz' },
  { href: '/interview', name: 'Interview' },
  { href: '/glossary', name: 'Glossary' },
] as const

interface Place {
  readonly href: string
  readonly name: string
}

export function SiteNav({ children }: { readonly children?: ReactNode }) {
  return (
    <nav aria-label="Site" className="flex flex-wrap gap-x-1">
      {PLACES.map((place) => (
        <SitePlace key={place.href} {...place} />
      ))}
      {children}
    </nav>
  )
}

export function SitePlace({ href, name }: Place) {
  const path = usePathname()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={isHere ? (path === href ? 'page' : 'true') : undefined}
      className={clsx(
        'inline-flex min-h-9 items-center rounded-md px-2.5 font-medium sm:px-3 text-sm',
        'hover:bg-surface-strong hover:text-text',
        isHere
          ? 'text-text underline decoration-2 decoration-accent underline-offset-[0.45em]'
          : 'text-muted',
      )}
    >
      {name}
    </Link>
  )
}
