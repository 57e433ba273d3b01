'use client'
/** Which part of a large drawing is in view, both ways; changes only when enough has moved. */
import type { RefObject } from 'react'
import { useScrollMeasure } from '../../_ui/use-scroll-measure.ts'

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

/** The part of the scroller's content to draw, in its own pixels. */
export function useView(scroller: RefObject<HTMLElement | null>): View {
  const { x, y, width, height } = useScrollMeasure(scroller, AT_FIRST, measure)
  return {
    left: Math.max(0, x - OVERSCAN),
    right: x + BLOCK + width + OVERSCAN,
    top: Math.max(0, y - OVERSCAN),
    bottom: y + BLOCK + height + OVERSCAN,
  }
}

const AT_FIRST = { x: 0, y: 0, width: 1_200, height: 400 }

function measure(element: HTMLElement) {
  return {
    x: Math.floor(element.scrollLeft / BLOCK) * BLOCK,
    y: Math.floor(element.scrollTop / BLOCK) * BLOCK,
    width: element.clientWidth,
    height: element.clientHeight,
  }
}
