'use client'
/** Which part of a large drawing is in view, both ways; changes only when enough has moved. */
import { type RefObject, useEffect, useState } from 'react'

/** Drawn around what is visible, so that scrolling shows no gap. */
const OVERSCAN = 400
/** The view moves in steps of this many pixels. */
const BLOCK = 200

export interface View {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Seen {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The part of the scroller's content to draw, in its own pixels. */
export function useView(scroller: RefObject<HTMLElement | null>): View {
  const [seen, setSeen] = useState<Seen>({ x: 0, y: 0, width: 1_200, height: 400 })
  // Follows the browser's scrolling and resizing, which React does not know of.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const measure = () => {
      frame = 0
      const now = {
        x: Math.floor(element.scrollLeft / BLOCK) * BLOCK,
        y: Math.floor(element.scrollTop / BLOCK) * BLOCK,
        width: element.clientWidth,
        height: element.clientHeight,
      }
      setSeen((old) => (isSame(old, now) ? old : now))
    }
    const later = () => {
      frame ||= requestAnimationFrame(measure)
    }
    const observer = new ResizeObserver(later)
    observer.observe(element)
    element.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      element.removeEventListener('scroll', later)
    }
  }, [scroller])
  return {
    left: Math.max(0, seen.x - OVERSCAN),
    right: seen.x + BLOCK + seen.width + OVERSCAN,
    top: Math.max(0, seen.y - OVERSCAN),
    bottom: seen.y + BLOCK + seen.height + OVERSCAN,
  }
}

function isSame(a: Seen, b: Seen): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}
