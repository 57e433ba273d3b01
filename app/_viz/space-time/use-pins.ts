'use client'
/** The fields that the reader pinned to the diagram; the browser keeps them by lab. */
import { useEffect, useState } from 'react'

/** More would leave no room for the run. */
const PINS_MAX = 4

export interface Pins {
  readonly pinned: readonly string[]
  /** Pins a field, or takes it off. */
  readonly toggle: (field: string) => void
}

/** @param key where the browser keeps them; without one they live as long as the page */
export function usePins(key: string | undefined): Pins {
  const [pinned, setPinned] = useState<readonly string[]>([])
  // The store exists in the browser only, so it is read after the first rendering.
  useEffect(() => {
    const kept = key === undefined ? [] : readPins(key)
    // The same list where nothing differs: the run is laid out anew for another one.
    setPinned((old) => (old.join('\n') === kept.join('\n') ? old : kept))
  }, [key])
  const toggle = (field: string) => {
    const next = pinned.includes(field)
      ? pinned.filter((one) => one !== field)
      : [...pinned, field].slice(-PINS_MAX)
    setPinned(next)
    if (key !== undefined) keepPins(key, next)
  }
  return { pinned, toggle }
}

function readPins(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.filter((field) => typeof field === 'string').slice(0, PINS_MAX)
  } catch {
    // Without storage the choice lives as long as the page.
    return []
  }
}

function keepPins(key: string, pinned: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(pinned))
  } catch {
    // See above.
  }
}
