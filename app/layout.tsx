/** The frame of every page: fonts, theme, skip link, header and footer. */
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import './globals.css'
import { SiteFooter } from './_shell/site-footer.tsx'
import { SiteHeader } from './_shell/site-header.tsx'
import { THEME_SCRIPT } from './_shell/theme-script.ts'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
})

const jetbrainsMono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains-mono',
  weight: '100 800',
  display: 'swap',
  preload: false,
})

export const metadata: Metadata = {
  title: { default: 'Netsplit', template: '%s · Netsplit' },
  description:
    'Learn distributed systems by breaking them: lessons and labs on a simulated network that partitions, delays and crashes, and replays every failure.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1115' },
  ],
}

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The theme script sets attributes before React looks at the element.
    <html
      lang="en"
      className={`${inter.variable} ${jetbrainsMono.variable}`}
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col antialiased">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to the text
        </a>
        <SiteHeader />
        <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}
