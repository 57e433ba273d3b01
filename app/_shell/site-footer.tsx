/** The footer: where things are, and what the site does not do. */
import Link from 'next/link'

export function SiteFooter() {
  return (
    <footer className="no-print border-line border-t text-muted text-sm">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-baseline justify-between gap-x-8 gap-y-3 px-4 py-6 sm:px-6">
        <p className="max-w-prose">
          Every figure and every lab runs on one deterministic simulator: the same code and the same
          seed give the same trace, in your browser and on the server.
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-5">
          <FooterLink href="/learn">Course</FooterLink>
          <FooterLink href="/labs">Labs</FooterLink>
          <FooterLink href="/check">Check a history</FooterLink>
          <FooterLink href="/glossary">Glossary</FooterLink>
          <FooterLink href="/cheat-sheet">Cheat sheet</FooterLink>
          <FooterLink href="/account">Account</FooterLink>
        </nav>
      </div>
    </footer>
  )
}

function FooterLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-8 items-center underline decoration-line-strong underline-offset-4 hover:text-text"
    >
      {children}
    </Link>
  )
}
