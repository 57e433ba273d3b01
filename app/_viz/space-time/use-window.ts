'use client'
/** Which part of a wide drawing is in view; changes only when enough of it has moved. */
import { type RefObject, useEffect, useState } from 'react'

/** Drawn on both sides of what is visible, so that scrolling shows no gap. */
const OVERSCAN = 600
/** The window moves in steps of this many pixels. */
const BLOCK = 300

export interface PixelWindow {
  readonly left: number
  readonly width: number
}

/** The part of the scroller's content to draw, in its own pixels. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  total: number,
): PixelWindow & {
  /** How much of it is visible at once. */
  readonly visible: number
} {
  const [seen, setSeen] = useState({ block: 0, visible: 1_200 })
  // Follows the browser's scrolling and resizing, which React does not know of.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const measure = () => {
      frame = 0
      const block = Math.floor(element.scrollLeft / BLOCK)
      const visible = element.clientWidth
      setSeen((old) => (old.block === block && old.visible === visible ? old : { block, visible }))
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
  const left = Math.max(0, seen.block * BLOCK - OVERSCAN)
  const right = Math.min(total, (seen.block + 1) * BLOCK + seen.visible + OVERSCAN)
  return { left, width: Math.max(1, right - left), visible: seen.visible }
}
