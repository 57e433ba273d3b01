'use client'
/** The learner's text of a step, kept in the browser between visits. */
import { useCallback, useEffect, useRef, useState } from 'react'

export interface Draft {
  readonly source: string
  /** Milliseconds since 1970; 0 when nothing was kept. */
  readonly savedAt: number
}

const SAVE_AFTER_MS = 300

export interface DraftState {
  /** Undefined until the browser's store has been read. */
  readonly draft: Draft | undefined
  readonly write: (source: string) => void
}

/** @param key names the step, such as `raft/03-election` */
export function useDraft(key: string, starter: string): DraftState {
  const [draft, setDraft] = useState<Draft>()
  const unsaved = useRef<Draft>(undefined)
  const save = useCallback(() => {
    if (unsaved.current === undefined) return
    store(key, unsaved.current)
    unsaved.current = undefined
  }, [key])
  // The store exists in the browser only, so it is read after the first rendering.
  useEffect(() => {
    setDraft(load(key) ?? { source: starter, savedAt: 0 })
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [key, starter, save])
  // Waits for a pause in typing.
  useEffect(() => {
    if (draft === undefined) return
    const timer = setTimeout(save, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, save])
  const write = useCallback((source: string) => {
    const next = { source, savedAt: Date.now() }
    unsaved.current = next
    setDraft(next)
  }, [])
  return { draft, write }
}

function storageKey(key: string): string {
  return `netsplit:draft:${key}`
}

function load(key: string): Draft | undefined {
  try {
    const kept = JSON.parse(
      localStorage.getItem(storageKey(key)) ?? 'null',
    ) as Partial<Draft> | null
    if (typeof kept?.source !== 'string' || typeof kept.savedAt !== 'number') return undefined
    return { source: kept.source, savedAt: kept.savedAt }
  } catch {
    // Private windows may refuse storage, and anybody may have written there.
    return undefined
  }
}

function store(key: string, draft: Draft): void {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify(draft))
  } catch {
    // Without storage the text lives as long as the page; submitting still keeps it.
  }
}
