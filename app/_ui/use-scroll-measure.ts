'use client'
/** What a scrolling element shows, measured again when it is scrolled or resized. */
import { type RefObject, useEffect, useState } from 'react'

type Measures = Readonly<Record<string, number>>

/**
 * @param measure gives plain numbers, and a new state only comes of numbers that differ; it
 *   must be the same function at every call
 */
export function useScrollMeasure<T extends Measures>(
  scroller: RefObject<HTMLElement | null>,
  initial: T,
  measure: (element: HTMLElement) => T,
): T {
  const [seen, setSeen] = useState(initial)
  // Follows the browser's scrolling and resizing, which React does not know of.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const look = () => {
      frame = 0
      const now = measure(element)
      setSeen((old) => (isSame(old, now) ? old : now))
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    const observer = new ResizeObserver(later)
    observer.observe(element)
    element.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      element.removeEventListener('scroll', later)
    }
  }, [scroller, measure])
  return seen
}

function isSame(a: Measures, b: Measures): boolean {
  return Object.keys(a).every((name) => a[name] === b[name])
}
