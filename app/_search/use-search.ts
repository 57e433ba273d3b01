'use client'
/** Searches while the reader types. */
import { useRef, useState } from 'react'
import type { Hit } from './find.ts'

export interface Found {
  /** What was searched for. */
  readonly query: string
  readonly hits: readonly Hit[]
}

export interface SearchState {
  readonly query: string
  /** Of the last search that ended; stays while the next one runs. */
  readonly found: Found
  readonly hasFailed: boolean
  readonly search: (query: string) => void
}

const NOTHING: Found = { query: '', hits: [] }

/** @param onFound is told of each search that ended */
export function useSearch(first: Found, onFound: (found: Found) => void): SearchState {
  const [query, setQuery] = useState(first.query)
  const [found, setFound] = useState(first)
  const [hasFailed, setFailed] = useState(false)
  const running = useRef<AbortController>(undefined)

  const search = (next: string) => {
    setQuery(next)
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const show = (result: Found) => {
      if (controller.signal.aborted) return
      setFailed(false)
      setFound(result)
      onFound(result)
    }
    if (next.trim() === '') {
      show(NOTHING)
      return
    }
    fetchHits(next, controller.signal).then(
      (hits) => show({ query: next, hits }),
      () => {
        if (!controller.signal.aborted) setFailed(true)
      },
    )
  }
  return { query, found, hasFailed, search }
}

async function fetchHits(query: string, signal: AbortSignal): Promise<readonly Hit[]> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q: query })}`, { signal })
  if (!response.ok) throw new Error(`The search answered ${response.status}.`)
  return (await response.json()) as readonly Hit[]
}
