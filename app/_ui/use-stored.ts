'use client'
/** A small choice of the reader's that the browser keeps, such as the size of a pane. */
import { useEffect, useRef, useState } from 'react'

/** Like `useState`; `parse` refuses what it does not know. */
export function useStored<T>(
  key: string,
  initial: T,
  parse: (kept: unknown) => T | undefined,
): [T, (value: T) => void] {
  const [value, setValue] = useState(initial)
  const parser = useRef(parse)
  // The store exists in the browser only, so it is read after the first rendering.
  useEffect(() => {
    try {
      const kept = parser.current(JSON.parse(localStorage.getItem(key) ?? 'null'))
      if (kept !== undefined) setValue(kept)
    } catch {
      // Without storage the choice lives as long as the page.
    }
  }, [key])
  const set = (next: T) => {
    setValue(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // See above.
    }
  }
  return [value, set]
}
