'use client'
/** The colours of the page for a canvas, read anew whenever theme or screen change. */
import { useEffect, useState } from 'react'

export interface Palette {
  readonly line: string
  readonly text: string
  readonly muted: string
  readonly message: string
  readonly fault: string
  readonly violation: string
  /** Device pixels for one of the page's. */
  readonly ratio: number
}

const TOKENS = {
  line: '--line',
  text: '--text',
  muted: '--line-strong',
  message: '--message',
  fault: '--fault',
  violation: '--violation',
} as const

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

/** Undefined until the page has been painted once. */
export function usePalette(): Palette | undefined {
  const [palette, setPalette] = useState<Palette>()
  // The theme lives in an attribute and in the system's settings, which React does not know of.
  useEffect(() => {
    const read = () => setPalette(readPalette())
    read()
    const root = document.documentElement
    const observer = new MutationObserver(read)
    observer.observe(root, { attributeFilter: ['data-theme'] })
    const queries = QUERIES.map((query) => matchMedia(query))
    for (const query of queries) query.addEventListener('change', read)
    // Zooming the page changes the pixels below it.
    addEventListener('resize', read)
    return () => {
      observer.disconnect()
      for (const query of queries) query.removeEventListener('change', read)
      removeEventListener('resize', read)
    }
  }, [])
  return palette
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Readonly<Record<keyof typeof TOKENS, string>>
  return { ...colours, ratio: devicePixelRatio }
}
