'use client'
/** Which part of a wide drawing is in view; changes only when enough of it has moved. */
import type { RefObject } from 'react'
import { useScrollMeasure } from '../../_ui/use-scroll-measure.ts'

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
  const { block, visible } = useScrollMeasure(scroller, AT_FIRST, measure)
  const left = Math.max(0, block * BLOCK - OVERSCAN)
  const right = Math.min(total, (block + 1) * BLOCK + visible + OVERSCAN)
  return { left, width: Math.max(1, right - left), visible }
}

const AT_FIRST = { block: 0, visible: 1_200 }

function measure(element: HTMLElement) {
  return { block: Math.floor(element.scrollLeft / BLOCK), visible: element.clientWidth }
}
